// title: Picture: everything around a name
// title.zh: 图：一个名称周围的一切
// question: What is tied to this company, project, person or place, and which reports name it?
// param name: "" — the name or an alias; empty: the entity that is named most often
MATCH (e:Entity)
WHERE $name = '' OR e.name = $name OR $name IN e.aliases
WITH e ORDER BY e.mentions DESC, e.id LIMIT 1
MATCH p = (e)-[]-(other)
RETURN p
LIMIT 200

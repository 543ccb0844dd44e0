// title: Picture: investors and their projects
// title.zh: 图：投资方与项目
// question: Who invests in what? Click an edge and open its evidence to read the sentence.
// param limit: 100 — how many edges
MATCH p = (:Entity)-[i:INVESTS]->(:Project)
WHERE i.status <> 'negated'
RETURN p
ORDER BY i.id
LIMIT toInteger($limit)

// title: Shortest chain between two names
// title.zh: 两个名称之间的最短关联
// question: How is one name connected with another, and which sentences say so?
// param from: "" — a name
// param to: "" — another name
MATCH (a:Entity), (b:Entity)
WHERE (a.name = $from OR $from IN a.aliases) AND (b.name = $to OR $to IN b.aliases) AND a.id <> b.id
MATCH p = shortestPath((a)-[:LOCATED_IN|INVESTS|WORKS_FOR|LEADS|PART_OF|ISSUES*..6]-(b))
RETURN [n IN nodes(p) | n.name] AS names, [r IN relationships(p) | type(r)] AS edges,
       [r IN relationships(p) | head(r.evidence)] AS evidence
ORDER BY size(names)

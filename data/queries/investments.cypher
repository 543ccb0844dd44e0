// title: Who invests in what, and where
// title.zh: 谁投资了什么，在哪里
// question: Who invests in which project, how much, where, and is it done, planned or denied?
MATCH (investor:Entity)-[i:INVESTS]->(p:Entity)
OPTIONAL MATCH (p)-[:LOCATED_IN]->(place:Place)
RETURN investor.name AS investor, p.name AS project, place.name AS place, i.amount AS amount, i.status AS status,
       i.evidence AS evidence
ORDER BY investor, project, coalesce(place, '')

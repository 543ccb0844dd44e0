// title: Picture: who says what about what
// title.zh: 图：谁就什么说了什么
// question: Which people are quoted, on which subjects?
// param limit: 60 — how many quotations
MATCH (q:Quote)-[s:SPOKEN_BY]->(person:Person)
WITH q, s, person ORDER BY q.id LIMIT toInteger($limit)
OPTIONAL MATCH (q)-[a:ABOUT]->(subject:Entity)
RETURN q, s, person, a, subject

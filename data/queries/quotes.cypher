// title: What people said
// title.zh: 谁说了什么
// question: What did people say, in their own words, and about what?
MATCH (q:Quote)-[:SPOKEN_BY]->(person:Person)
OPTIONAL MATCH (q)-[:ABOUT]->(about:Entity)
WITH q, person, about
ORDER BY about.name
RETURN person.name AS person, q.text AS words, q.direct AS direct, collect(about.name) AS about, q.evidence AS evidence
ORDER BY person, words

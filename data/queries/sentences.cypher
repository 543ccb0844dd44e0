// title: Sentences that mention a word
// title.zh: 提到某个词的句子
// question: Which sentences speak of a thing, and of which entities do they speak?
// param text: "项目" — what the sentence holds
MATCH (e:Entity)-[m:MENTIONED_IN]->(r:Report)
UNWIND m.evidence AS sentence
WITH e, r, sentence
WHERE sentence CONTAINS $text
WITH r, sentence, e
ORDER BY e.name
RETURN r.title AS report, r.date AS date, collect(DISTINCT e.name) AS entities, collect(DISTINCT sentence) AS evidence
ORDER BY coalesce(date, ''), report

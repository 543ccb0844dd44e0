// title: Events, their date and place
// title.zh: 活动及其时间、地点
// question: Which events took place, when and where?
MATCH (e:Event)
OPTIONAL MATCH (e)-[:LOCATED_IN]->(place:Place)
OPTIONAL MATCH (e)-[:MENTIONED_IN]->(r:Report)
RETURN e.name AS event, coalesce(e.date, r.date) AS date, place.name AS place, r.title AS report, e.evidence AS evidence
ORDER BY coalesce(date, ''), event, coalesce(place, '')

// title: Policies and who issued them
// title.zh: 政策及其发布单位
// question: Which policies are named, and who issued them?
MATCH (p:Policy)
OPTIONAL MATCH (a:Entity)-[i:ISSUES]->(p)
RETURN p.name AS policy, a.name AS issuer, coalesce(i.evidence, p.evidence) AS evidence
ORDER BY policy, coalesce(issuer, '')

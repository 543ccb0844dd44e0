// title: Projects by stage
// title.zh: 按阶段统计的项目
// question: How many projects are at which stage, and which are they?
MATCH (p:Project)
WITH p
ORDER BY p.name
RETURN coalesce(p.stage, 'unknown') AS stage, count(p) AS count, collect(p.name) AS projects,
       collect(head(p.evidence)) AS evidence
ORDER BY count DESC, stage

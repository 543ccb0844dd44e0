// title: Picture: a project through the years
// title.zh: 图：项目的历年进展
// question: Which stages did each project reach, and when?
// param limit: 40 — how many projects
MATCH (p:Project)-[r:REACHED]->(m:Milestone)
WITH p, collect(r) AS reached, collect(m) AS milestones ORDER BY size(milestones) DESC, p.id LIMIT toInteger($limit)
RETURN p, reached, milestones

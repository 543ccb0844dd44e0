/**
 * An office inside a body, known by the post that follows: 重点项目推进办公室 + 主任, 评估督导处 + 调研员, 装备工业一司 + 副司长.
 * @module
 */
export const OFFICE: RegExp =
  /\p{Script=Han}{2,14}?(?:办公室|推进处|[一二三四五六]?司|处|科|中心|支队|大队)(?=[（）\p{Script=Han}]{0,3}?(?:党组书记|书记|司长|副司长|处长|科长|副处长|副科长|主任|副主任|负责人|调研员|干部|工作人员|大队长|支队长|主管))/uy;

package org.clientele.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.cases.CaseType;
import org.clientele.cases.ComplaintStep;

/** What a sample case is about, in the customer's language. */
record SampleSubject(String title, String notes) {
    private record Both(SampleSubject english, SampleSubject chinese) {
        static Both of(String english, String notes, String chinese, String chineseNotes) {
            return new Both(new SampleSubject(english, notes), new SampleSubject(chinese, chineseNotes));
        }
    }

    private static final Map<CaseType, List<Both>> SUBJECTS = new EnumMap<>(Map.of(
            CaseType.COMPLAINT,
            List.of(
                    Both.of(
                            "Promised call did not come",
                            "Was to be called back on Monday. Has called twice since.",
                            "承诺回电未兑现",
                            "约定周一回电，之后客户又来电两次。"),
                    Both.of(
                            "Long wait on the hotline",
                            "Waited more than twenty minutes, then the line broke off.",
                            "热线等待过久",
                            "等待二十多分钟后线路中断。"),
                    Both.of(
                            "Other price than agreed",
                            "The bill is higher than the offer. Has sent the offer along.",
                            "价格与约定不符",
                            "账单金额高于报价，客户已附上报价单。")),
            CaseType.OUTAGE,
            List.of(Both.of(
                    "No service since this morning",
                    "Neighbours are not affected. Somebody is at home all day.",
                    "今早起服务中断",
                    "邻居不受影响，全天有人在家。")),
            CaseType.REPAIR,
            List.of(
                    Both.of(
                            "Same fault a second time",
                            "Was repaired three weeks ago; the same symptom again.",
                            "同一故障再次出现",
                            "三周前维修过，现象相同。"),
                    Both.of(
                            "Visit outside working hours",
                            "Only after six in the evening or on Saturday.",
                            "希望下班后上门",
                            "仅晚上六点后或周六方便。")),
            CaseType.REFUND,
            List.of(
                    Both.of("Charged twice", "Two bookings of the same amount on one day.", "重复扣款", "同一天出现两笔相同金额。"),
                    Both.of(
                            "Return within two weeks",
                            "Unused, in its packing. Wants the money, no voucher.",
                            "两周内退货",
                            "未使用，包装完好，要求退款而非换券。")),
            CaseType.ENQUIRY,
            List.of(
                    Both.of(
                            "Which documents are needed",
                            "Wants to change the name on the contract.",
                            "需要哪些材料",
                            "要变更合同上的户名。"),
                    Both.of(
                            "Other address from next month",
                            "Moves on the first; asks what carries over.",
                            "下月起更换地址",
                            "一号搬家，询问哪些服务可以保留。")),
            CaseType.CLAIM,
            List.of(Both.of(
                    "Damage after work on site",
                    "A scratch on the door; pictures follow by mail.",
                    "现场作业造成损坏",
                    "门上有划痕，照片随后寄来。"))));

    private static final Map<ComplaintStep, List<String>> STEPS = new EnumMap<>(Map.of(
            ComplaintStep.APOLOGY, List.of("Called the same day and apologised.", "当天致电道歉。"),
            ComplaintStep.REMEDY, List.of("Put right within two days, with a visit.", "两天内上门补救。"),
            ComplaintStep.ROOT_CAUSE, List.of("The promise was not in the calendar.", "承诺未录入日程。"),
            ComplaintStep.COST, List.of("Way and time of one visit.", "一次上门的路费与工时。"),
            ComplaintStep.DECISION, List.of("Every promise is entered as a follow-up.", "所有承诺均须录入跟进。")));

    /** What was recorded for a step of the complaint path. */
    static String of(ComplaintStep step, boolean chinese) {
        return Objects.requireNonNull(STEPS.get(step)).get(chinese ? 1 : 0);
    }

    /** @param index which of the type's, in turns */
    static SampleSubject of(CaseType type, int index, boolean chinese) {
        List<Both> all = Objects.requireNonNull(SUBJECTS.get(type));
        Both one = all.get(index % all.size());
        return chinese ? one.chinese() : one.english();
    }
}

package org.clientele.strategy;

import java.util.Locale;
import java.util.Optional;
import org.clientele.notification.NoticeKind;
import org.clientele.notification.NoticeNames;
import org.clientele.notification.Notification;
import org.clientele.plugin.Verticals;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.springframework.stereotype.Component;

/** Calls the strategy of a condition by the name that its newest version gives it. */
@Component
class StrategyNoticeNames implements NoticeNames {
    private static final String OF_CONDITION = StrategyChange.CONDITION + "/";

    private final StrategyVersionDao dao;
    private final Verticals verticals;

    StrategyNoticeNames(StrategyVersionDao dao, Verticals verticals) {
        this.dao = dao;
        this.verticals = verticals;
    }

    @Override
    public Optional<String> name(Notification told, Locale locale) {
        boolean ofStrategy = told.kind() == NoticeKind.STRATEGY_APPROVAL_WANTED
                || told.kind() == NoticeKind.STRATEGY_APPROVAL_DECIDED;
        if (!ofStrategy || !told.place().startsWith(OF_CONDITION)) {
            return Optional.empty();
        }
        SegmentName segment =
                new SegmentName(StrategyChange.CONDITION, told.place().substring(OF_CONDITION.length()));
        return verticals
                .find(told.verticalKey())
                .flatMap(
                        vertical -> dao.history(vertical.id(), segment).stream().findFirst())
                .map(version -> StrategyCodec.read(version.content()).name().in(locale))
                .filter(name -> !name.isEmpty());
    }
}

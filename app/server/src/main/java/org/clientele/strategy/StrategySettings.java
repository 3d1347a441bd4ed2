package org.clientele.strategy;

import java.time.Clock;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.persistence.StrategySettingDao;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How strategies are carried out: how often customers are contacted and when not, and who is left untreated. */
@Service
public class StrategySettings {
    private final StrategySettingDao dao;
    private final PublishedStrategies published;
    private final Verticals verticals;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public StrategySettings(
            StrategySettingDao dao,
            PublishedStrategies published,
            Verticals verticals,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.dao = dao;
        this.published = published;
        this.verticals = verticals;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** The contact rules of a vertical. */
    public ContactRules contactRules(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return published.applied(verticals.get(verticalKey)).rules();
    }

    /** Whether the user sets them. */
    public boolean maySet(String verticalKey) {
        return rights.may(Permission.MANAGE_STRATEGIES, verticalKey);
    }

    /** Sets the contact rules; tasks that are made already stay. */
    @Transactional
    public void setContactRules(String verticalKey, ContactRules rules) {
        rules.require();
        set(verticalKey, StrategySetting.ALL, StrategySetting.Kind.CONTACT, rules);
    }

    /** Sets whom a strategy, or all of them, leaves untreated; who was drawn already stays what they are. */
    @Transactional
    public void setHoldout(String verticalKey, SegmentName segment, HoldoutPlan plan) {
        rights.require(Permission.MANAGE_STRATEGIES, verticalKey);
        plan.require(verticals.get(verticalKey).definition());
        set(verticalKey, segment, StrategySetting.Kind.HOLDOUT, plan);
    }

    private void set(String verticalKey, SegmentName segment, StrategySetting.Kind kind, Object content) {
        rights.require(Permission.MANAGE_STRATEGIES, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        String written = StrategyCodec.json(content);
        dao.set(
                vertical.id(),
                new StrategySetting(segment, kind, written, rights.user().login(), clock.instant()));
        audit.record(
                "strategy." + kind.name().toLowerCase(java.util.Locale.ROOT),
                verticalKey,
                null,
                segment.model() + "." + segment.segment() + " " + written);
        announcements.publish(new StrategiesChanged(verticalKey));
        announcements.publish(new TasksChanged(verticalKey));
    }
}

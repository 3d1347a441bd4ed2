package org.clientele.loyalty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Permission;
import org.clientele.common.Answer;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.loyalty.persistence.PointsDao;
import org.clientele.loyalty.persistence.ProgrammeDao;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Programmes: off until a consultant starts them, by the vertical's declaration or as they are set here; and the rewards they offer. */
@Service
public class Programmes {
    /** After how many months points expire unless somebody says otherwise. */
    public static final int MONTHS = 24;

    /** The days that decide about a tier unless somebody says otherwise. */
    public static final int WINDOW = 365;

    private final LoyaltyAccess access;
    private final ProgrammeDao programmes;
    private final PointsDao points;
    private final Jobs jobs;

    Programmes(LoyaltyAccess access, ProgrammeDao programmes, PointsDao points, Jobs jobs) {
        this.access = access;
        this.programmes = programmes;
        this.points = points;
        this.jobs = jobs;
    }

    /** Whether the user may start, change and stop the programme. */
    public boolean mayEdit(String verticalKey) {
        return access.may(Permission.EDIT_STRATEGIES, verticalKey);
    }

    /** The programme, running or not; nothing before somebody started it for the first time. */
    public Optional<Programme> find(String verticalKey) {
        return programmes.find(
                access.require(Permission.VIEW_PORTAL, verticalKey).id());
    }

    /** What the programme would be: as it was set last, else as the vertical declares it; nothing where no activity has an amount. */
    public Optional<Programme> proposal(String verticalKey) {
        Vertical vertical = access.require(Permission.VIEW_PORTAL, verticalKey);
        return programmes.find(vertical.id()).or(() -> proposal(vertical.definition()));
    }

    private Optional<Programme> proposal(VerticalDefinition definition) {
        ProgrammeDefinition declared = definition.programme();
        LocalDate from = access.today().minusDays(WINDOW);
        if (declared != null) {
            List<MemberTier> tiers = declared.tiers().stream()
                    .map(tier -> new MemberTier(tier.id(), tier.fromPoints(), null, null))
                    .toList();
            long rate = Programme.rate(BigDecimal.valueOf(declared.pointsPerUnit()));
            return Optional.of(new Programme(false, declared.activity(), rate, MONTHS, WINDOW, from, null, tiers));
        }
        return earning(definition).stream()
                .findFirst()
                .map(activity -> new Programme(
                        false, activity.id(), Programme.rate(BigDecimal.ONE), MONTHS, WINDOW, from, null, List.of()));
    }

    /** Whether a programme is possible, so that its page stands in the navigation. */
    public static boolean isOffered(VerticalDefinition definition) {
        return !earning(definition).isEmpty();
    }

    /** The activities that may earn: those with an amount. */
    public static List<ActivityDefinition> earning(VerticalDefinition definition) {
        return definition.activities().stream()
                .filter(activity -> activity.amount() != null)
                .toList();
    }

    /**
     * Starts the programme, or changes the running one. Points that were earned by another rule are taken back and earned anew.
     */
    @Transactional
    public void start(String verticalKey, Programme programme) {
        Vertical vertical = access.require(Permission.EDIT_STRATEGIES, verticalKey);
        programme.requireSound();
        if (earning(vertical.definition()).stream()
                .noneMatch(activity -> activity.id().equals(programme.activity()))) {
            throw new Problem("loyalty.problem.activity", programme.activity());
        }
        Optional<Programme> before = programmes.find(vertical.id());
        if (before.isPresent() && !before.get().activity().equals(programme.activity())) {
            throw new Problem("loyalty.problem.other-activity", before.get().activity());
        }
        Programme running = with(programme, true);
        programmes.store(vertical.id(), running);
        access.record(
                "start",
                "vertical " + vertical.key(),
                before.map(Programmes::state).orElse(null),
                state(running));
        access.tell(vertical, Set.of());
        access.announceSet(vertical);
    }

    /** Stops the programme: nothing is earned, redeemed or expired until somebody starts it again; the ledger stays. */
    @Transactional
    public void stop(String verticalKey) {
        Vertical vertical = access.require(Permission.EDIT_STRATEGIES, verticalKey);
        Programme before = programmes
                .find(vertical.id())
                .filter(Programme::running)
                .orElseThrow(() -> new Problem("loyalty.problem.off"));
        programmes.store(vertical.id(), with(before, false));
        access.record("stop", "vertical " + vertical.key(), state(before), null);
        access.tell(vertical, Set.of());
    }

    private static Programme with(Programme programme, boolean running) {
        return new Programme(
                running,
                programme.activity(),
                programme.rate(),
                programme.expireMonths(),
                programme.windowDays(),
                programme.countedFrom(),
                programme.asOf(),
                programme.tiers());
    }

    private static String state(Programme programme) {
        List<String> tiers = new ArrayList<>();
        programme.tiers().forEach(tier -> tiers.add(tier.id() + " " + tier.fromPoints()));
        return "%s %s, %d months, %d days, from %s, %s"
                .formatted(
                        programme.activity(),
                        programme.pointsPerUnit().toPlainString(),
                        programme.expireMonths(),
                        programme.windowDays(),
                        programme.countedFrom(),
                        tiers);
    }

    /** All rewards, also those that are not offered any more; the cheapest first. */
    public List<Reward> rewards(String verticalKey) {
        return programmes.rewards(
                access.require(Permission.VIEW_PORTAL, verticalKey).id());
    }

    /** Stores a reward; a new one has the id {@link Reward#NEW}. What was redeemed keeps the name and the points of its day. */
    @Transactional
    public void store(String verticalKey, Reward reward) {
        Vertical vertical = access.require(Permission.EDIT_STRATEGIES, verticalKey);
        if (reward.name().isBlank() || reward.name().length() > Reward.NAME_LENGTH) {
            throw new Problem("loyalty.problem.reward-name", Reward.NAME_LENGTH);
        }
        if (reward.points() <= 0 || reward.points() > Points.MOST) {
            throw new Problem("loyalty.problem.reward-points", reward.points(), Points.MOST);
        }
        if (reward.id() == Reward.NEW) {
            programmes.insertReward(vertical.id(), reward);
        } else {
            programmes.updateReward(vertical.id(), reward);
        }
        access.record("reward", "vertical " + vertical.key(), null, reward.points() + " " + reward.offered());
        access.tell(vertical, Set.of());
    }

    /** All accounts, checked: what every entry adds up to; added up in the background. */
    public Answer<LedgerTotals> totals(String verticalKey) {
        int vertical = access.require(Permission.VIEW_PORTAL, verticalKey).id();
        return jobs.answer("ledger " + verticalKey, job -> points.totals(vertical));
    }
}

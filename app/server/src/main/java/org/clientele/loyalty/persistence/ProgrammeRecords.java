package org.clientele.loyalty.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.common.Problem;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.loyalty.LoyaltyChanged;
import org.clientele.loyalty.MemberTier;
import org.clientele.loyalty.Programme;
import org.clientele.loyalty.Reward;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.Occurrences;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RowsOfRecords;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.clientele.plugin.records.VerticalRecords;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The programme with its tiers, and the rewards, as rows. */
@Repository
public class ProgrammeRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.PROGRAMME.firstColumn();
    private static final String PART = "part";
    private static final String RUNNING = "running";
    private static final String ACTIVITY = "activity";
    private static final String RATE = "rate";
    private static final String MONTHS = "expire-months";
    private static final String DAYS = "window-days";
    private static final String COUNTED_FROM = "counted-from";
    private static final String AS_OF = "as-of";
    private static final String TIER = "tier";
    private static final String NAME = "name";
    private static final String POINTS = "points";
    private static final String BENEFITS = "benefits";
    private static final String OFFERED = "offered";
    private static final List<String> COLUMNS = List.of(
            RECORD,
            PART,
            RUNNING,
            ACTIVITY,
            RATE,
            MONTHS,
            DAYS,
            COUNTED_FROM,
            AS_OF,
            TIER,
            NAME,
            POINTS,
            BENEFITS,
            OFFERED);

    private static final int ACTIVITY_LENGTH = 41;
    private static final int ID_LENGTH = 40;
    private static final int NAME_LENGTH = 100;
    private static final int BENEFITS_LENGTH = 1_000;

    private final ProgrammeDao programmes;
    private final OwnedRows imported;

    public ProgrammeRecords(ProgrammeDao programmes, Jdbi jdbi) {
        this.programmes = programmes;
        this.imported = new OwnedRows(
                jdbi,
                new OwnedRows.Part(
                        "loyalty_tier",
                        "vertical_id",
                        "vertical_id IN (SELECT vertical_id FROM loyalty_programme WHERE import_id = :id)",
                        ""),
                new OwnedRows.Part("loyalty_programme", "vertical_id", "import_id = :id", ""),
                new OwnedRows.Part("loyalty_reward", "id", "import_id = :id", ""));
    }

    /** What a row holds; tiers follow the programme. */
    private enum Part {
        PROGRAMME,
        TIER,
        REWARD
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PROGRAMME;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        programmes.find(verticalId).ifPresent(programme -> {
            rows.accept(cells(programme));
            programme.tiers().forEach(tier -> rows.accept(cells(tier)));
        });
        programmes.rewards(verticalId).forEach(reward -> rows.accept(cells(reward)));
    }

    private static List<String> cells(Programme programme) {
        return cells(Map.of(
                RECORD, Part.PROGRAMME.name(),
                PART, Part.PROGRAMME.name(),
                RUNNING, String.valueOf(programme.running()),
                ACTIVITY, programme.activity(),
                RATE, String.valueOf(programme.rate()),
                MONTHS, String.valueOf(programme.expireMonths()),
                DAYS, String.valueOf(programme.windowDays()),
                COUNTED_FROM, programme.countedFrom().toString(),
                AS_OF, Objects.toString(programme.asOf(), "")));
    }

    private static List<String> cells(MemberTier tier) {
        return cells(Map.of(
                RECORD, Part.PROGRAMME.name(),
                PART, Part.TIER.name(),
                TIER, tier.id(),
                NAME, Objects.requireNonNullElse(tier.name(), ""),
                POINTS, String.valueOf(tier.fromPoints()),
                BENEFITS, Objects.requireNonNullElse(tier.benefits(), "")));
    }

    private static List<String> cells(Reward reward) {
        return cells(Map.of(
                RECORD, key(reward),
                PART, Part.REWARD.name(),
                NAME, reward.name(),
                POINTS, String.valueOf(reward.points()),
                OFFERED, String.valueOf(reward.offered())));
    }

    private static List<String> cells(Map<String, String> values) {
        return COLUMNS.stream().map(column -> values.getOrDefault(column, "")).toList();
    }

    private static String key(Reward reward) {
        return reward.points() + " " + reward.name();
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new LoyaltyChanged(verticalKey, Set.of()));
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        return new Rows(verticalId);
    }

    /** A programme that is here stays, with its tiers; so do rewards of the same name and points. */
    private final class Rows extends RowsOfRecords {
        private final int verticalId;
        private final Occurrences rewards = new Occurrences();
        private final List<MemberTier> tiers = new ArrayList<>();
        private final List<Reward> fresh = new ArrayList<>();
        private boolean here;
        private @Nullable Programme programme;

        Rows(int verticalId) {
            super(RECORD);
            this.verticalId = verticalId;
            this.here = programmes.find(verticalId).isPresent();
            programmes.rewards(verticalId).forEach(reward -> rewards.here(key(reward)));
        }

        @Override
        protected boolean isFirst(RecordRow row) throws UnfitRowException {
            return row.choice(PART, Part.class) != Part.TIER;
        }

        @Override
        protected boolean first(String id, RecordRow row) throws UnfitRowException {
            return row.choice(PART, Part.class) == Part.REWARD ? takeReward(row) : takeProgramme(row);
        }

        private boolean takeProgramme(RecordRow row) throws UnfitRowException {
            Programme found = programme(row);
            if (here) {
                return false;
            }
            here = true;
            programme = found;
            return true;
        }

        private boolean takeReward(RecordRow row) throws UnfitRowException {
            Reward reward = new Reward(
                    Reward.NEW, row.required(NAME, Reward.NAME_LENGTH), row.whole(POINTS), row.flag(OFFERED));
            if (reward.points() == 0) {
                throw row.unfit(POINTS, Cause.NOT_AS_WRITTEN);
            }
            boolean isNew = rewards.isNew(key(reward));
            if (isNew) {
                fresh.add(reward);
            }
            return isNew;
        }

        @Override
        protected void next(RecordRow row) throws UnfitRowException {
            MemberTier tier = new MemberTier(
                    row.required(TIER, ID_LENGTH),
                    row.whole(POINTS),
                    row.textOrNull(NAME, NAME_LENGTH),
                    row.textOrNull(BENEFITS, BENEFITS_LENGTH));
            boolean fits = tiers.isEmpty()
                    ? tier.fromPoints() == 0
                    : tier.fromPoints() > tiers.getLast().fromPoints();
            if (!fits || tiers.stream().anyMatch(one -> one.id().equals(tier.id()))) {
                throw row.unfit(POINTS, Cause.NOT_AS_WRITTEN);
            }
            tiers.add(tier);
        }

        @Override
        public void flush(@Nullable Long importId) {
            Programme found = programme;
            if (importId != null && found != null) {
                programmes.restore(verticalId, found.with(tiers), importId);
            }
            if (importId != null) {
                fresh.forEach(reward -> programmes.restore(verticalId, reward, importId));
            }
            programme = null;
            fresh.clear();
        }
    }

    private static Programme programme(RecordRow row) throws UnfitRowException {
        Programme programme = new Programme(
                row.flag(RUNNING),
                row.required(ACTIVITY, ACTIVITY_LENGTH),
                row.whole(RATE),
                row.number(MONTHS),
                row.number(DAYS),
                row.day(COUNTED_FROM),
                row.orNull(AS_OF, row::day),
                List.of());
        try {
            programme.requireSound();
        } catch (Problem refused) {
            throw row.unfit(RATE, Cause.NOT_AS_WRITTEN);
        }
        return programme;
    }
}

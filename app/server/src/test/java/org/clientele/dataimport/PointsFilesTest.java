package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.ImportRun.Counts;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.loyalty.MemberTier;
import org.clientele.loyalty.NewEntry;
import org.clientele.loyalty.PointsEarning;
import org.clientele.loyalty.PointsEarning.Watch;
import org.clientele.loyalty.PointsKind;
import org.clientele.loyalty.Programme;
import org.clientele.loyalty.Reward;
import org.clientele.loyalty.persistence.EarningDao;
import org.clientele.loyalty.persistence.PointsDao;
import org.clientele.loyalty.persistence.ProgrammeDao;
import org.clientele.plugins.api.ImportPreset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Points and their programme: written by an export, deleted with what earned them, brought back. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class PointsFilesTest {
    private static final String CUSTOMERS = "2-customers.csv";
    private static final String PURCHASES = "3-purchase.csv";
    private static final String POINTS = "4-points.csv";
    private static final String PROGRAMME = "4-programme.csv";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final List<String> STORED = List.of(
            "SELECT source_name, source_key, from_file, posted_at, posted_by, entries, given, taken, left_out FROM loyalty_adjustment",
            "SELECT running, activity_id, rate, expire_months, window_days, counted_from, as_of FROM loyalty_programme",
            "SELECT place, tier_id, from_points, tier_name, benefits FROM loyalty_tier",
            "SELECT reward_name, points, offered FROM loyalty_reward",
            "SELECT c.ref, a.balance, a.tier_id, a.tier_points, a.tier_since, a.review_on "
                    + "FROM loyalty_account a JOIN customer c ON c.id = a.customer_id",
            "SELECT c.ref, e.entry_kind, e.from_account, e.to_account, e.points, e.lot_on, e.posted_at, e.posted_by, e.reason, "
                    + "e.activity_id, e.turn, "
                    + "(SELECT j.source_key FROM loyalty_adjustment j WHERE j.id = e.adjustment_id) AS adjustment, r.reason AS reversed_reason, r.points AS reversed, r.posted_at AS reversed_at "
                    + "FROM loyalty_entry e JOIN customer c ON c.id = e.customer_id LEFT JOIN loyalty_entry r ON r.id = e.reverses");

    private final TestDatabase.Kind kind;

    @TempDir
    private Path folder;

    private ImportFixture portal;
    private RecordFiles records;
    private PointsDao points;
    private ProgrammeDao programmes;
    private int vertical;

    PointsFilesTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        portal = new ImportFixture(kind, folder);
        records = new RecordFiles(portal);
        points = new PointsDao(portal.database().jdbi(), portal.database().dialect());
        programmes = new ProgrammeDao(portal.database().jdbi());
        vertical = portal.vertical().id();
        records.person(70, "wang.fang", true);
        buy();
        programmes.store(vertical, programme(true));
        programmes.insertReward(vertical, new Reward(Reward.NEW, "=Cup", 20, true));
        programmes.insertReward(vertical, new Reward(Reward.NEW, "Cap", 20, false));
        count();
        byHand();
        count();
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    /** Two purchases of the same time, one of them twice; one too old to count; and a return. */
    private void buy() {
        FileInspection file = portal.upload("""
                customer,time,amount,invoice,product,quantity,country
                A,2026-02-01T10:00,150.25,1,Cup,1,France
                A,2026-02-01T10:00,20.00,2,Cup,1,France
                A,2026-02-01T10:00,20.00,2,Cup,1,France
                A,2026-02-20T11:30,-30.00,3,Cup,1,France
                B,2024-01-05T09:00,700.00,4,Cup,1,France
                B,2026-01-05T09:00,40.00,5,Cup,1,France
                C,2026-02-28T09:00,5.00,6,Cup,1,France
                D,2026-02-28T09:00,90.00,7,Cup,1,France
                """);
        ImportRun run = portal.run(
                file, PlanProposal.propose(portal.vertical(), file).withDuplicates(ImportPreset.Duplicates.KEEP));
        assertThat(run.counts().fresh()).isEqualTo(8);
    }

    private static Programme programme(boolean running) {
        return new Programme(
                running,
                "purchase",
                Programme.rate(BigDecimal.ONE),
                12,
                365,
                LocalDate.of(2020, 1, 1),
                null,
                List.of(new MemberTier("ordinary", 0, null, null), new MemberTier("silver", 100, "Silver", "A\nB")));
    }

    private long count() {
        PointsEarning earning = new PointsEarning(
                programmes,
                points,
                new EarningDao(portal.database().jdbi()),
                portal.announcements(),
                Clock.fixed(NOON, ZoneOffset.UTC),
                Objects.requireNonNull(portal.database().transactions().getTransactionManager()));
        return earning.run(portal.vertical(), () -> TODAY, new Watch(all -> {}, done -> {}, () -> false));
    }

    /** A bonus that was taken back, another one, and a reward; the purchase of C is gone afterwards, D's has become another one. */
    private void byHand() {
        long customer = customer("A");
        post(entry(customer, PointsKind.BONUS, 7, "Sorry; “late”\nagain", null));
        long given = portal.count("SELECT max(id) FROM loyalty_entry WHERE posted_by = 70");
        NewEntry bonus = entry(customer, PointsKind.BONUS, 7, "Sorry", null);
        post(new NewEntry(
                customer, PointsKind.BONUS, bonus.to(), bonus.from(), 7, TODAY, NOON, 70L, "Sorry", null, null, given));
        post(entry(customer, PointsKind.BONUS, 11, "=More", "request"));
        adjust(portal.count("SELECT max(id) FROM loyalty_entry WHERE posted_by = 70"));
        post(entry(customer, PointsKind.REDEEM, 20, "=Cup", null));
        portal.database().jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM %s WHERE customer_id = ?".formatted(portal.purchases()), customer("C"));
            handle.execute(
                    "UPDATE %s SET %s = 12000 WHERE customer_id = ?"
                            .formatted(portal.purchases(), portal.column("amount")),
                    customer("D"));
        });
    }

    /** An entry is one of those that a file brought. */
    private void adjust(long entry) {
        portal.database().jdbi().useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO loyalty_adjustment (vertical_id, source_name, source_key, from_file, posted_at, posted_by, entries,
                              given, taken, left_out)
                            VALUES (:vertical, '=gifts.csv', 'key', TRUE, :at, 70, 1, 11, 0, 2)""")
                    .bind("vertical", vertical)
                    .bind("at", NOON.atOffset(ZoneOffset.UTC))
                    .execute();
            handle.execute(
                    "UPDATE loyalty_entry SET adjustment_id = (SELECT max(id) FROM loyalty_adjustment) WHERE id = ?",
                    entry);
        });
    }

    private static NewEntry entry(long customer, PointsKind kind, long many, String reason, @Nullable String request) {
        return new NewEntry(
                customer, kind, kind.from(), kind.to(), many, TODAY, NOON, 70L, reason, request, null, null);
    }

    private void post(NewEntry entry) {
        portal.database().transactions().executeWithoutResult(_ -> assertThat(points.post(vertical, entry))
                .isTrue());
    }

    private long customer(String ref) {
        return portal.count("SELECT id FROM customer WHERE ref = '" + ref + "'");
    }

    @Test
    void shouldBringTheLedgerBackToThePointAndCountOn() {
        List<List<String>> before = stored();
        assertThat(points.totals(vertical).isBalanced()).isTrue();
        var totals = points.totals(vertical);

        Map<String, String> files = records.exported();
        deleteAll();
        records.bringBack(files, CUSTOMERS);
        records.bringBack(files, PURCHASES);
        Counts brought = records.bringBack(files, POINTS).counts();
        assertThat(brought.fresh()).isEqualTo(brought.read()).isEqualTo(5 + entries());
        assertThat(records.bringBack(files, PROGRAMME).counts()).isEqualTo(new Counts(5, 5, 0, 0, 0, 0, 0));

        assertThat(stored()).isEqualTo(before);
        assertThat(points.totals(vertical)).isEqualTo(totals);
        assertThat(count()).as("nothing is earned or taken back again").isZero();
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void shouldTakePointsBackWhosePurchaseIsNotHereAnyMore() {
        Map<String, String> files = records.exported();
        deleteAll();
        records.bringBack(files, CUSTOMERS);
        records.bringBack(files, POINTS);
        records.bringBack(files, PROGRAMME);

        assertThat(count()).isPositive();

        assertThat(points.totals(vertical).isBalanced()).isTrue();
        assertThat(points.account(customer("B")).orElseThrow().balance()).isZero();
        assertThat(points.account(customer("D")).orElseThrow().balance()).isZero();
    }

    @Test
    void shouldFindEverythingKnownThatIsHere() {
        List<List<String>> before = stored();
        Map<String, String> files = records.exported();

        Counts counts = records.bringBack(files, POINTS).counts();

        assertThat(counts.unchanged()).isEqualTo(counts.read());
        assertThat(records.bringBack(files, PROGRAMME).counts()).isEqualTo(new Counts(5, 0, 0, 5, 0, 0, 0));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void shouldTakeBackWhatNobodyChangedSince() {
        Map<String, String> files = records.exported();
        deletePoints();
        ImportRun ledger = records.bringBack(files, POINTS);
        ImportRun programme = records.bringBack(files, PROGRAMME);
        post(entry(customer("B"), PointsKind.BONUS, 1, "Since", null));

        assertThat(portal.undo(programme.id()).state()).isEqualTo(ImportState.UNDONE);
        assertThat(portal.undo(ledger.id()).state()).isEqualTo(ImportState.UNDONE);

        assertThat(portal.rows("SELECT c.ref FROM loyalty_account a JOIN customer c ON c.id = a.customer_id"))
                .containsExactly("{ref=B}");
        assertThat(portal.count("SELECT count(*) FROM loyalty_entry WHERE customer_id <> " + customer("B")))
                .isZero();
        assertThat(portal.count("SELECT count(*) FROM loyalty_adjustment")).isZero();
        assertThat(points.totals(vertical).isBalanced()).isTrue();
        assertThat(programmes.find(vertical)).isEmpty();
        assertThat(programmes.rewards(vertical)).isEmpty();
    }

    @Test
    void shouldKeepAProgrammeThatWasSetHere() {
        Map<String, String> files = records.exported();
        programmes.store(vertical, programme(false));
        ImportRun run = records.bringBack(files, PROGRAMME);

        portal.undo(run.id());

        assertThat(programmes.find(vertical).orElseThrow().running()).isFalse();
        assertThat(programmes.rewards(vertical)).hasSize(2);
    }

    @Test
    void shouldRejectEntriesThatTakeWhatIsNotThere() {
        Map<String, String> files = records.exported();
        deletePoints();
        String forged = Objects.requireNonNull(files.get(POINTS))
                .replace(
                        "\"REDEEM\",\"CUSTOMER\",\"REDEEMED\",\"20\"", "\"REDEEM\",\"CUSTOMER\",\"REDEEMED\",\"9999\"");

        Counts counts = records.bringBack(Map.of(POINTS, forged), POINTS).counts();

        assertThat(counts.rejected()).isEqualTo(1);
        assertThat(points.totals(vertical).isBalanced()).isTrue();
    }

    @Test
    void shouldBringManyEntriesOfOneCustomerBackInPieces() {
        long customer = customer("A");
        List<NewEntry> many = new ArrayList<>();
        for (int i = 0; i < 2_100; i++) {
            many.add(entry(customer, PointsKind.BONUS, 1 + i % 9, "n " + i, null));
        }
        portal.database().transactions().executeWithoutResult(_ -> points.postAll(vertical, many));
        long last = portal.count("SELECT max(id) FROM loyalty_entry");
        NewEntry bonus = many.getLast();
        post(new NewEntry(
                customer,
                PointsKind.BONUS,
                bonus.to(),
                bonus.from(),
                bonus.points(),
                TODAY,
                NOON,
                70L,
                "back",
                null,
                null,
                last));
        List<List<String>> before = stored();
        Map<String, String> files = records.exported();
        deletePoints();

        records.bringBack(files, POINTS);
        records.bringBack(files, PROGRAMME);

        assertThat(stored()).isEqualTo(before);
        assertThat(count()).isZero();
    }

    private long entries() {
        return portal.count("SELECT count(*) FROM loyalty_entry");
    }

    private void deletePoints() {
        portal.database().jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM loyalty_entry WHERE reverses IS NOT NULL");
            List.of(
                            "loyalty_entry",
                            "loyalty_adjustment",
                            "loyalty_account",
                            "loyalty_reward",
                            "loyalty_tier",
                            "loyalty_programme")
                    .forEach(table -> handle.execute("DELETE FROM " + table));
        });
    }

    private void deleteAll() {
        deletePoints();
        portal.database().jdbi().useHandle(handle -> Set.of(portal.purchases(), portal.attributes())
                .forEach(table -> handle.execute("DELETE FROM " + table)));
        portal.database().jdbi().useHandle(handle -> handle.execute("DELETE FROM customer"));
    }

    /** With A's statement in its order. */
    private List<List<String>> stored() {
        List<List<String>> stored = new ArrayList<>();
        STORED.forEach(sql -> stored.add(portal.rows(sql)));
        stored.add(points.entries(customer("A"), 5_000).stream()
                .map(entry -> entry.balance() + " " + entry.kind() + " " + entry.reason())
                .toList());
        return stored;
    }
}

package org.clientele.loyalty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Announcements;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.CustomerLists;
import org.clientele.interaction.TestContacts;
import org.clientele.loyalty.persistence.AdjustmentDao;
import org.clientele.loyalty.persistence.EarningDao;
import org.clientele.loyalty.persistence.PointsDao;
import org.clientele.loyalty.persistence.ProgrammeDao;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The loyalty programme of a small shop without a server. */
public final class LoyaltyPortal implements AutoCloseable {
    /** The clock's day. */
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    public final ShopPortal shop;
    public final Points points;
    public final Programmes programmes;
    public final PointsDao dao;
    public final PointsEarning earning;
    public final Adjustments adjustments;
    private final Path folder;
    final ProgrammeDao programmeDao;

    public LoyaltyPortal(TestDatabase.Kind kind) {
        shop = ShopPortal.empty(kind);
        TestContacts.open(shop);
        become(Role.CONSULTANT);
        dao = new PointsDao(shop.database.jdbi(), shop.database.dialect());
        programmeDao = new ProgrammeDao(shop.database.jdbi());
        EarningDao earningDao = new EarningDao(shop.database.jdbi());
        LoyaltyAccess access =
                new LoyaltyAccess(shop.verticals, shop.rights, shop.audit, shop.announcements, shop.clock);
        points = new Points(access, dao, earningDao, programmeDao, shop.own);
        folder = temporary();
        adjustments = new Adjustments(
                access,
                programmeDao,
                dao,
                new AdjustmentDao(shop.database.jdbi()),
                new CustomerLists(shop.snapshots, shop.rights, shop.audit),
                shop.rights,
                new Jobs(shop.clock),
                Objects.requireNonNull(shop.database.transactions().getTransactionManager()),
                new ClienteleProperties(folder, false, false, null, new ClienteleProperties.Database("", "", "")));
        programmes = new Programmes(access, programmeDao, dao, new Jobs(shop.clock));
        earning = new PointsEarning(
                programmeDao,
                dao,
                earningDao,
                shop.announcements,
                shop.clock,
                Objects.requireNonNull(shop.database.transactions().getTransactionManager()));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("loyalty");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One point for a dollar, kept for a year; silver from 100 points, gold from 500. */
    public static Programme programme() {
        return new Programme(
                false,
                "purchase",
                Programme.rate(BigDecimal.ONE),
                12,
                365,
                LocalDate.of(2020, 1, 1),
                null,
                List.of(
                        new MemberTier("ordinary", 0, "Ordinary", "Points"),
                        new MemberTier("silver", 100, "Silver", "Discount"),
                        new MemberTier("gold", 500, "Gold", "Agent")));
    }

    public void start() {
        programmes.start("shop", programme());
    }

    /** A customer with purchases, one for each amount in cents, all on that day. */
    public long bought(String ref, LocalDate day, long... cents) {
        List<Purchase> purchases = java.util.Arrays.stream(cents)
                .mapToObj(amount -> new Purchase(ref, day, amount))
                .toList();
        return Objects.requireNonNull(shop.purchases(purchases).get(ref));
    }

    /** Another purchase of somebody who is there. */
    public void buys(long customer, LocalDate day, long cents) {
        var table = shop.vertical.tables().activity("purchase");
        shop.database
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO %s (customer_id, happened_at, row_key, %s) VALUES (?, ?, ?, ?)"
                                .formatted(table.name(), table.column("amount")),
                        customer,
                        day.atTime(12, 0),
                        System.nanoTime(),
                        cents));
    }

    public void forgetPurchases(long customer) {
        String table = shop.vertical.tables().activity("purchase").name();
        shop.database.jdbi().useHandle(h -> h.execute("DELETE FROM " + table + " WHERE customer_id = ?", customer));
    }

    public long count() {
        return count(TODAY);
    }

    public long count(LocalDate asOf) {
        return earning.run(shop.vertical, () -> asOf, PointsEarning.Watch.NOBODY);
    }

    public long give(long customer, long many) {
        return inTransaction(() -> points.adjust("shop", customer, UUID.randomUUID(), many, "Sorry for the wait"));
    }

    public Reward reward(long many) {
        programmes.store("shop", new Reward(Reward.NEW, "Gift for " + many, many, true));
        return programmes.rewards("shop").stream()
                .filter(reward -> reward.points() == many)
                .findFirst()
                .orElseThrow();
    }

    public long redeem(long customer, Reward reward) {
        return inTransaction(() -> points.redeem("shop", customer, UUID.randomUUID(), reward.id()));
    }

    /** What counts in the background; hears nothing. */
    public EarningFollowing following(Jobs jobs) {
        return new EarningFollowing(earning, shop.verticals, shop.snapshots, jobs, new Announcements());
    }

    /** As the portal does it, where each act is a transaction. */
    private long inTransaction(java.util.function.Supplier<@Nullable Long> act) {
        return shop.database.transactions().execute(status -> act.get());
    }

    public long balance(long customer) {
        return dao.account(customer).map(PointsDao.Account::balance).orElse(0L);
    }

    public void become(Role role) {
        shop.rights.become(TestRights.user(shop.rights.user().id(), new Grant(role, Grant.EVERYWHERE)));
    }

    public long customer(String ref) {
        return shop.customer(ref, ref, Map.of()).id();
    }

    @Override
    public void close() throws Exception {
        shop.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}

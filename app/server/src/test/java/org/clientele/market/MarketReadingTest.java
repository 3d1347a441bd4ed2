package org.clientele.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.clientele.common.Job;
import org.clientele.common.TestJobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.engine.model.ClvResult;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.Test;

class MarketReadingTest {
    private static final int CUSTOMERS = 400;
    private static final Quarter LAST = new Quarter(2025, 4);

    @Test
    void shouldTakeTheMeanLifetimeValueFromTheModel() throws Exception {
        try (Closing shop = new Closing(ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                ShopDefinition.withClv(),
                new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of()))))) {
            fill(shop.portal());
            ClvResult model = (ClvResult) shop.portal().snapshot().model("lifetime");
            long sum = 0;
            for (int place = 0; place < CUSTOMERS; place++) {
                sum += model.values().get(place);
            }
            Job[] job = new Job[1];
            TestJobs.atOnce().start("test", started -> job[0] = started);
            MarketReading.Told nothing = new MarketReading.Told(Map.of(), Map.of(), List.of());
            QuarterFacts facts =
                    Objects.requireNonNull(new MarketReading(shop.portal().snapshot(), new HashMap<>())
                            .read(LAST.last(2), nothing, job[0])
                            .get(LAST));
            assertThat(facts.valued()).isEqualTo(CUSTOMERS);
            assertThat(facts.lifetimeValue()).isEqualTo(sum).isPositive();
            assertThat(Measure.CLV.in(facts).value()).isEqualTo((double) sum / CUSTOMERS);
        }
    }

    private record Closing(ShopPortal portal) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            portal.close();
        }
    }

    /** Each customer buys at a rate of their own until they leave, which may happen after any purchase. */
    private static void fill(ShopPortal shop) {
        Random random = new Random(11);
        LocalDate start = LAST.to().minusDays(395);
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            double gap = 10 + 150 * random.nextDouble() * random.nextDouble();
            double leaves = 0.4 * random.nextDouble();
            int typical = 1_000 + random.nextInt(9_000);
            double day = random.nextInt(120);
            while (day < 395) {
                purchases.add(new Purchase("C" + i, start.plusDays((long) day), typical / 2 + random.nextInt(typical)));
                day = random.nextDouble() < leaves ? 999 : day + 1 - gap * Math.log(1 - random.nextDouble());
            }
        }
        purchases.add(new Purchase("C0", LAST.to(), 800));
        shop.purchases(purchases);
    }
}

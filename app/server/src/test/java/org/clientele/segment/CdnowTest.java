package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.engine.column.MoneyColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class CdnowTest {
    private final ShopPortal portal;

    CdnowTest(TestDatabase.Kind kind) {
        portal = ShopPortal.cdnow(kind);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldComputeStoreAndFindNothingMoreToStore() {
        PortalSnapshot snapshot = portal.snapshot();
        assertThat(snapshot.asOf()).isEqualTo(LocalDate.of(1998, 6, 30));
        assertThat(snapshot.customers().size()).isEqualTo(23_570);
        MoneyColumn monetary = (MoneyColumn) snapshot.metrics().column("monetary");
        long sum = 0;
        for (int customer = 0; customer < monetary.size(); customer++) {
            sum += monetary.get(customer);
        }
        assertThat(sum).isEqualTo(250_031_563);
        assertThat(portal.recompute.store(snapshot, () -> false)).isEqualTo(3 * 23_570);
        assertThat(portal.recompute.store(snapshot, () -> false)).isZero();
    }
}

package org.clientele.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkLoadTest {
    @Test
    void shouldAverageOverWorkOfWhichItIsKnownHowLongItTook() {
        WorkLoad both = load(10, null).plus(load(2, 5.0)).plus(load(2, 1.0));
        assertThat(both.done()).isEqualTo(14);
        assertThat(both.timed()).isEqualTo(4);
        assertThat(both.hours()).isEqualTo(3.0);
        assertThat(load(2, 1.0).plus(load(2, 5.0)).plus(load(10, null)).hours()).isEqualTo(3.0);
    }

    @Test
    void shouldNotKnowHowLongItTookWhereNoneSays() {
        assertThat(load(3, null).plus(load(4, null)).hours()).isNull();
    }

    private static WorkLoad load(long done, @Nullable Double hours) {
        return new WorkLoad(1L, 0, 0, 0, 0, null, done, hours);
    }
}

package org.clientele.benchmarks;

import java.util.Set;
import org.clientele.access.Grant;
import org.clientele.access.Rights;
import org.clientele.access.Role;
import org.clientele.access.User;

/** Somebody who may do everything. */
final class EveryRight implements Rights {
    @Override
    public User user() {
        return new User(
                1, "benchmark", "Benchmark", true, null, Set.of(new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE)), 0);
    }

    @Override
    public void actingAs(User user, Runnable work) {
        work.run();
    }
}

package org.clientele.portal.screen;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.clientele.access.User;
import org.clientele.common.Announcements;
import org.clientele.plugin.code.PluginCalls;
import org.clientele.plugin.code.ScreenWatchdog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What frames need of the portal. */
@Component
record ScreenHost(
        PluginCalls calls,
        ScreenWatchdog watchdog,
        ScreenServices services,
        ScreenErrors errors,
        Announcements announcements) {

    /** Runs the work on behalf of a user, letting through whatever it throws. */
    <T> T asUser(User user, Callable<T> work) throws Exception {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        AtomicReference<@Nullable Exception> thrown = new AtomicReference<>();
        services.rights().actingAs(user, () -> {
            try {
                result.set(work.call());
            } catch (Exception failure) {
                thrown.set(failure);
            }
        });
        if (thrown.get() != null) {
            throw thrown.get();
        }
        return PluginCalls.given(result.get());
    }
}

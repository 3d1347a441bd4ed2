package org.clientele.common.persistence;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.clientele.common.ClienteleProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Opens the database while the application context is put together: each takes a second or more, and the context needs the database
 * only when it reaches the first DAO.
 */
class DatabaseStart implements ApplicationContextInitializer<GenericApplicationContext> {
    @Override
    public void initialize(GenericApplicationContext context) {
        ClienteleProperties properties =
                Binder.get(context.getEnvironment()).bindOrCreate("clientele", ClienteleProperties.class);
        CompletableFuture<PortalDatabase> opening =
                CompletableFuture.supplyAsync(() -> PortalDatabase.open(properties), DatabaseStart::aside);
        context.registerBean(PortalDatabase.class, () -> await(opening));
    }

    private static void aside(Runnable task) {
        Thread.ofPlatform().name("database-start").daemon().start(task);
    }

    private static PortalDatabase await(CompletableFuture<PortalDatabase> opening) {
        try {
            return opening.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }
}

package org.clientele.common;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every open screen and every listener that something changed. Inside a transaction the news goes out after the commit, so
 * that whoever reads on hearing it reads the new state. Listeners are called in order, one event at a time, on a thread of its own: a screen
 * listens with {@code ui.access}.
 */
@Component
public class Announcements {
    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

    private final List<Consumer<Object>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Object>> within = new CopyOnWriteArrayList<>();
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private volatile ExecutorService teller = newTeller();
    private volatile Consumer<Object> outbox = event -> {};

    /** Publishes an event (a record of the feature that owns it). */
    public void publish(Object event) {
        within.forEach(listener -> listener.accept(event));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    outbox.accept(event);
                }

                @Override
                public void afterCommit() {
                    tell(event);
                }
            });
        } else {
            outbox.accept(event);
            tell(event);
        }
    }

    /** Hands what is published here to the outbox as well, within the transaction that publishes it. */
    public void share(Consumer<Object> newOutbox) {
        outbox = newOutbox;
    }

    /** Tells what happened on another node; it goes to no outbox. */
    public void tellOfElsewhere(Object event) {
        tell(event);
    }

    /** Calls the listener for every event of the type until the returned subscription is closed. */
    public <T> Subscription listen(Class<T> type, Consumer<T> listener) {
        return add(listeners, type, listener);
    }

    /**
     * Calls the listener at once, on the thread and in the transaction of whoever publishes: what it writes stands or falls with what happened,
     * and so does what happened with a failure of the listener.
     */
    public <T> Subscription listenWithin(Class<T> type, Consumer<T> listener) {
        return add(within, type, listener);
    }

    private static <T> Subscription add(List<Consumer<Object>> listeners, Class<T> type, Consumer<T> listener) {
        Consumer<Object> filtered = event -> {
            if (type.isInstance(event)) {
                listener.accept(type.cast(event));
            }
        };
        listeners.add(filtered);
        return () -> listeners.remove(filtered);
    }

    /** Goes on telling on another thread when the given one, which is stuck for good, is the one that tells. */
    public synchronized void replaceTeller(Thread stuck) {
        if (thread.get() == stuck) {
            ExecutorService before = teller;
            teller = newTeller();
            before.shutdownNow().forEach(teller::execute);
        }
    }

    private ExecutorService newTeller() {
        return IdleThreads.one(work -> {
            Thread made = Thread.ofPlatform().daemon().name("announcements").unstarted(work);
            // Whoever publishes first may be a plugin's code, whose classes are not to be held by a thread that
            // outlives it.
            made.setContextClassLoader(Announcements.class.getClassLoader());
            thread.set(made);
            return made;
        });
    }

    private synchronized void tell(Object event) {
        teller.execute(() -> listeners.forEach(listener -> tellOne(listener, event)));
    }

    private void tellOne(Consumer<Object> listener, Object event) {
        try {
            listener.accept(event);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "A listener failed on {}; the others were told",
                    event.getClass().getSimpleName(),
                    failure);
        }
    }

    @PreDestroy
    void stop() {
        teller.shutdownNow();
    }

    /** Ends a listener's interest. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}

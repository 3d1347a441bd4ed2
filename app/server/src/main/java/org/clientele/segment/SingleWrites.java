package org.clientele.segment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Memberships of a vertical that are written customer by customer between two runs. A run goes by what it stored last and by its snapshot:
 * here it learns for whom neither is the last word. Runs and single writes keep each other out; single writes go on side by side.
 * Thread-safe.
 */
final class SingleWrites {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Long, Write> writes = new HashMap<>();
    private volatile boolean tidied;

    /**
     * What was written of a customer since the last run.
     *
     * @param moment of the last commit, as {@link Snapshots#moment} counts
     */
    private record Write(long moment, long opened, long closed) {}

    /**
     * Waits that long at most for a run to end; true: no run begins before {@link #end}. Never before the first run of this process, which tidies up
     * what a dead one left.
     */
    boolean begin(long milliseconds) {
        try {
            return tidied && lock.readLock().tryLock(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void end() {
        lock.readLock().unlock();
    }

    /** Called by a run, which waits for the writes that go on. */
    void lockOut() {
        lock.writeLock().lock();
    }

    /** A run has tidied up what earlier ones left. */
    void tidied() {
        tidied = true;
    }

    void letIn() {
        lock.writeLock().unlock();
    }

    /** A customer's memberships were written and committed. */
    synchronized void wrote(long customer, long moment, long opened, long closed) {
        writes.merge(
                customer,
                new Write(moment, opened, closed),
                (one, other) -> new Write(
                        Math.max(one.moment(), other.moment()),
                        one.opened() + other.opened(),
                        one.closed() + other.closed()));
    }

    /** What was written since the last run, seen from a snapshot that was read from the given moment on. */
    synchronized Since since(long readAt) {
        Set<Long> earlier = new HashSet<>();
        Set<Long> later = new HashSet<>();
        long opened = 0;
        long closed = 0;
        for (Map.Entry<Long, Write> entry : writes.entrySet()) {
            Write write = entry.getValue();
            if (write.moment() < readAt) {
                earlier.add(entry.getKey());
                opened += write.opened();
                closed += write.closed();
            } else {
                later.add(entry.getKey());
            }
        }
        return new Since(earlier, later, opened, closed);
    }

    /** A run has compared those whom its snapshot knew. */
    synchronized void taken(Since since) {
        writes.keySet().removeAll(since.earlier());
    }

    /**
     * @param earlier customers written before the snapshot was read: it knows them, what was stored last does not
     * @param later customers written since, of whom the snapshot may not know
     * @param opened memberships opened of the earlier ones
     * @param closed memberships ended or taken away of the earlier ones
     */
    record Since(Set<Long> earlier, Set<Long> later, long opened, long closed) {
        long changes() {
            return opened + closed;
        }

        boolean isLater() {
            return !later.isEmpty();
        }

        boolean isLater(long customer) {
            return later.contains(customer);
        }

        /** These customers and the earlier ones, without the later ones; indexes, ascending. */
        int[] compared(int[] moved, MembershipKeys now) {
            if (earlier.isEmpty() && later.isEmpty()) {
                return moved;
            }
            IntStream known = earlier.stream().mapToInt(now::indexOf).filter(index -> index >= 0);
            return IntStream.concat(Arrays.stream(moved), known)
                    .filter(index -> !later.contains(now.id(index)))
                    .sorted()
                    .distinct()
                    .toArray();
        }

        /** These customers who are gone, and the earlier ones who are, without the later ones. */
        long[] gone(long[] known, MembershipKeys now) {
            LongStream more = earlier.stream().mapToLong(Long::longValue).filter(id -> now.indexOf(id) < 0);
            return LongStream.concat(Arrays.stream(known), more)
                    .filter(id -> !later.contains(id))
                    .distinct()
                    .toArray();
        }
    }
}

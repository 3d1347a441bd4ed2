package org.clientele.engine.statistics;

/**
 * Draws a holdout: randomised by permuted blocks within strata, from a seed, so that every stratum has the share asked for after each block and
 * nobody can tell who is next. The same seed draws the same. Immutable.
 */
public final class HoldoutDraw {
    /** Customers of a block; shares are multiples of one of them. */
    public static final int BLOCK = 20;

    private static final int PERCENT = 100 / BLOCK;

    private final long seed;

    public HoldoutDraw(long seed) {
        this.seed = seed;
    }

    /** Where a customer stands among those who come at the same time; says nothing about the customer. */
    public long order(long customer) {
        return mixed(seed ^ mixed(customer));
    }

    /**
     * Whether whoever comes next is held out.
     *
     * @param place how many of the stratum came before
     * @param percent the share to hold out, in steps of five
     */
    public boolean isHeldOut(String stratum, long place, int percent) {
        long block = place / BLOCK;
        int own = (int) (place % BLOCK);
        long salt = mixed(seed ^ mixed(hash(stratum)) ^ mixed(block + 1));
        long drawn = mixed(salt + own);
        int before = 0;
        for (int other = 0; other < BLOCK; other++) {
            before += Long.compareUnsigned(mixed(salt + other), drawn) < 0 ? 1 : 0;
        }
        return before < percent / PERCENT;
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}

package org.clientele.engine.cluster;

/** Random numbers that depend on a seed and on what they are drawn for, not on how many were drawn before. */
final class Lots {
    private Lots() {}

    /** A number that looks random (the finaliser of SplitMix64). */
    static long mixed(long value, long seed) {
        long mixed = value + 0x9e3779b97f4a7c15L * (seed + 1);
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}

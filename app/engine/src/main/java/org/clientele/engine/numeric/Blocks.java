package org.clientele.engine.numeric;

import java.util.stream.IntStream;

/**
 * Walks many rows in a number of blocks that depends on the rows alone, on all processors; sums are added in the blocks' order, so that the
 * result does not depend on the number of processors. Stateless.
 */
public final class Blocks {
    private static final int MOST = 16;

    private Blocks() {}

    /** Adds up something over the rows from, including, to, excluding. */
    @FunctionalInterface
    public interface Part {
        void add(int from, int to, Derivatives sum);
    }

    /** Does something for the rows from, including, to, excluding. */
    @FunctionalInterface
    public interface Work {
        void run(int from, int to);
    }

    /**
     * The sum over all rows.
     *
     * @param rows how many
     * @param worth how many rows make a block worth while
     * @param size number of variables
     */
    public static Derivatives sum(int rows, int worth, int size, Part part) {
        return sum(rows, worth, size, true, part);
    }

    /** The sum over all rows of something without second derivatives. */
    public static Derivatives sums(int rows, int worth, int size, Part part) {
        return sum(rows, worth, size, false, part);
    }

    private static Derivatives sum(int rows, int worth, int size, boolean second, Part part) {
        int blocks = Math.clamp(rows / worth, 1, MOST);
        Derivatives[] sums = range(blocks)
                .mapToObj(block -> {
                    Derivatives sum = new Derivatives(size, second);
                    part.add(start(rows, block, blocks), start(rows, block + 1, blocks), sum);
                    return sum;
                })
                .toArray(Derivatives[]::new);
        for (int block = 1; block < blocks; block++) {
            sums[0].add(sums[block]);
        }
        return sums[0];
    }

    /** Does something for all rows. @param worth how many rows make a block worth while */
    public static void run(int rows, int worth, Work work) {
        int blocks = Math.clamp(rows / worth, 1, MOST);
        if (blocks == 1) {
            work.run(0, rows);
        } else {
            range(blocks).forEach(block -> work.run(start(rows, block, blocks), start(rows, block + 1, blocks)));
        }
    }

    private static IntStream range(int blocks) {
        return blocks == 1 ? IntStream.range(0, 1) : IntStream.range(0, blocks).parallel();
    }

    private static int start(int rows, int block, int blocks) {
        return (int) ((long) rows * block / blocks);
    }
}

package org.clientele.check;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** An order of gaps that is walked page by page, without a list of all. */
sealed interface GapOrder {
    int total();

    /** Visits the gaps from an offset on, at most so many: the block and the customer's index. */
    void visit(int offset, int limit, BiConsumer<GapBlock, Integer> visitor);

    /** Block after block, in each by ascending customer. */
    record ByBlock(List<GapBlock> blocks) implements GapOrder {
        @Override
        public int total() {
            return blocks.stream().mapToInt(GapBlock::size).sum();
        }

        @Override
        public void visit(int offset, int limit, BiConsumer<GapBlock, Integer> visitor) {
            int skip = offset;
            int left = limit;
            for (GapBlock block : blocks) {
                if (skip < block.size() && left > 0) {
                    block.customers().stream().skip(skip).limit(left).forEach(c -> visitor.accept(block, c));
                    left -= Math.min(left, block.size() - skip);
                }
                skip = Math.max(0, skip - block.size());
            }
        }
    }

    /**
     * Customer after customer.
     *
     * @param customers the customers with gaps, in order
     * @param ends the number of gaps up to and including the customer at the same place
     */
    record ByCustomer(List<GapBlock> blocks, int[] customers, int[] ends) implements GapOrder {
        static ByCustomer of(List<GapBlock> blocks, int[] customers) {
            int[] ends = new int[customers.length];
            int sum = 0;
            for (int place = 0; place < customers.length; place++) {
                int customer = customers[place];
                sum += (int) blocks.stream()
                        .filter(block -> block.customers().get(customer))
                        .count();
                ends[place] = sum;
            }
            return new ByCustomer(blocks, customers, ends);
        }

        @Override
        public int total() {
            return ends.length == 0 ? 0 : ends[ends.length - 1];
        }

        @Override
        public void visit(int offset, int limit, BiConsumer<GapBlock, Integer> visitor) {
            int found = Arrays.binarySearch(ends, offset);
            int place = found < 0 ? -found - 1 : found + 1;
            int number = place == 0 ? 0 : ends[place - 1];
            for (; place < customers.length && number < offset + limit; place++) {
                int customer = customers[place];
                for (GapBlock block : blocks) {
                    if (block.customers().get(customer)) {
                        if (number >= offset && number < offset + limit) {
                            visitor.accept(block, customer);
                        }
                        number++;
                    }
                }
            }
        }
    }
}

package org.clientele.engine.figure;

import java.time.YearMonth;
import java.util.BitSet;

/**
 * Revenue of one calendar month, or of the part of it that lies in the period.
 *
 * @param month the month
 * @param minor sum of the amounts in minor units, returns deducted
 * @param previousMinor the same twelve months earlier
 * @param customers indexes of the customers with an activity in the month; not to be changed
 */
public record MonthRevenue(YearMonth month, long minor, long previousMinor, BitSet customers) {}

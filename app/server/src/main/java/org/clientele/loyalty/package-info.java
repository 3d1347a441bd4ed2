/** Points of customers in a ledger that always balances: earned by rule, redeemed, expired, adjusted; and the member tiers they lead to. */
@NullMarked
package org.clientele.loyalty;

import org.jspecify.annotations.NullMarked;

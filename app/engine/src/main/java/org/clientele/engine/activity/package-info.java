/** The activities of one customer, counted and summed: what metrics and conditions share. */
@NullMarked
package org.clientele.engine.activity;

import org.jspecify.annotations.NullMarked;

/** Matters to be solved for customers: opened, worked on by rules, solved, and what they teach. */
@NullMarked
package org.clientele.cases;

import org.jspecify.annotations.NullMarked;

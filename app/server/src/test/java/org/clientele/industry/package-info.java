/** The four bundled industries, by their real definitions, against the thresholds that their sources state. */
@org.jspecify.annotations.NullMarked
package org.clientele.industry;

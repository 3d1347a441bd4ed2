/** The parties of the other five markets: register, relationship plans, scores, reminders. */
@NullMarked
package org.clientele.stakeholder;

import org.jspecify.annotations.NullMarked;

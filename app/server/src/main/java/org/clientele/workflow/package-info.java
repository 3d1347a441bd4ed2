/** Steps that a matter of a customer goes through, each done by a person on a day: approvals, connections. */
@NullMarked
package org.clientele.workflow;

import org.jspecify.annotations.NullMarked;

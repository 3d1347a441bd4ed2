/** Customers made from a vertical's recipe, so that it can be tried before its data is there. Knows no database. */
@NullMarked
package org.clientele.dataimport.sample;

import org.jspecify.annotations.NullMarked;

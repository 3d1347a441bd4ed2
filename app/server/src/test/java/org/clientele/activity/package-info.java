@NullMarked
package org.clientele.activity;

import org.jspecify.annotations.NullMarked;

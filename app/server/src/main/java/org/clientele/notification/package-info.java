/** What people are told of without looking for it: by the bell of every page, and by mail where they wish. */
@NullMarked
package org.clientele.notification;

import org.jspecify.annotations.NullMarked;

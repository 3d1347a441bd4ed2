/**
 * What a plugin implements where data is not enough: {@link org.clientele.plugins.api.extension.CustomModel} and
 * {@link org.clientele.plugins.api.extension.CustomCheck}. (Screens: the module {@code plugins/ui-api}.)
 *
 * <p>An extension is a public class with a public constructor without parameters, in the package that the manifest names
 * ({@code Plugin-Package}); {@code vertical.yaml} names it by its class name ({@code extension: com.example.hotel.Occupancy}). Every call
 * gets a new instance, on a thread of its own, and a limited time: 2 seconds for a check, for a model 30 seconds at a million customers and
 * less for fewer, unless the operator sets other limits. A call that takes longer is interrupted and its result is not used; so is one that
 * throws or returns what makes no sense. That costs the model or check alone, is shown with its cause, and five times in ten minutes it
 * disables the plugin.
 *
 * <p>The same data and the same as-of date give the same result: no clock, no random numbers without a fixed seed, nothing kept between
 * calls. An extension sees this API, PF4J's {@code ExtensionPoint} and {@code Extension}, JSpecify, SLF4J and the JDK, and nothing else of
 * the portal; it starts no threads, sets no thread-locals and keeps nothing in static fields, because that would outlive the plugin.
 */
@NullMarked
package org.clientele.plugins.api.extension;

import org.jspecify.annotations.NullMarked;

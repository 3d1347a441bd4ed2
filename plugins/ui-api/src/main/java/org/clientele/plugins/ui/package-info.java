/**
 * Screens that a plugin draws itself: {@link org.clientele.plugins.ui.PluginScreen} makes them, with
 * {@link org.clientele.plugins.ui.ScreenContext} as its only way to the portal.
 *
 * <p>Besides this package, the plugin API, JSpecify, SLF4J and the JDK, a screen sees Vaadin's components and what they need:
 * {@code com.vaadin.flow.component} and below, {@code com.vaadin.flow.data}, {@code com.vaadin.flow.dom},
 * {@code com.vaadin.flow.function} and {@code com.vaadin.flow.shared}; but not the UI, the page, the session, the router or scripts and
 * markup of its own. What is not visible is found, by name, when the plugin is installed.
 *
 * <p>A screen composes Vaadin's components; it never extends one, because Flow keeps every component class for ever and with it the
 * plugin. For the same reason grids and binders are made without a bean's class ({@code new Grid<Row>()} and explicit columns).
 */
@NullMarked
package org.clientele.plugins.ui;

import org.jspecify.annotations.NullMarked;

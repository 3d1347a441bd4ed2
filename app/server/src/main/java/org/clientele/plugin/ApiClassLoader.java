package org.clientele.plugin;

/** What a plugin sees of the portal's class path ({@link VisibleClasses}) and of the JDK; no resources of the portal. */
final class ApiClassLoader extends ClassLoader {
    private final ClassLoader portal;

    ApiClassLoader(ClassLoader portal) {
        super("plugin-api", ClassLoader.getPlatformClassLoader());
        this.portal = portal;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (VisibleClasses.loads(name)) {
            return portal.loadClass(name);
        }
        throw new ClassNotFoundException(name + " is not part of the plugin API");
    }
}

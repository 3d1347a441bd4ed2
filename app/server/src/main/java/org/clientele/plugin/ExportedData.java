package org.clientele.plugin;

import java.nio.file.Path;

/**
 * An export that can be downloaded until somebody says that it is not needed any more.
 *
 * @param fileName what to call it on the person's computer
 */
public record ExportedData(Path file, String fileName) {}

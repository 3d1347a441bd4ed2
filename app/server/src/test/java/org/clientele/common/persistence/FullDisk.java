package org.clientele.common.persistence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A place where a process runs out of room, and gets some again. */
public abstract class FullDisk implements AutoCloseable {
    public abstract Path folder();

    /** Leaves so many bytes of room. */
    public abstract void fill(Process process, long room);

    public abstract void free(Process process);

    @Override
    public abstract void close();

    /** A limit on the size of each file, which every user may set and lift again for their own processes. */
    public static FullDisk limited(Path folder) {
        return new FullDisk() {
            @Override
            public Path folder() {
                return folder;
            }

            @Override
            public void fill(Process process, long room) {
                limit(process, String.valueOf(largest(folder) + room));
            }

            @Override
            public void free(Process process) {
                limit(process, "unlimited");
            }

            private static void limit(Process process, String bytes) {
                run("prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + bytes + ":");
            }

            @Override
            public void close() {
                // The folder is JUnit's.
            }
        };
    }

    /** A small file system in memory, full to the last block; only root may mount it. */
    public static FullDisk mounted(Path point) {
        run("mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", point.toString());
        Path filler = point.resolve("filler");
        return new FullDisk() {
            @Override
            public Path folder() {
                return point.resolve("data");
            }

            @Override
            public void fill(Process process, long room) {
                try (OutputStream out = Files.newOutputStream(filler)) {
                    byte[] block = new byte[4096];
                    while (point.toFile().getUsableSpace() > room) {
                        out.write(block);
                    }
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }

            @Override
            public void free(Process process) {
                try {
                    Files.delete(filler);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }

            @Override
            public void close() {
                run("umount", point.toString());
            }
        };
    }

    private static long largest(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).max().orElse(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}

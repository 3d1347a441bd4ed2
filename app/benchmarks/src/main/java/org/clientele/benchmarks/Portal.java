package org.clientele.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** The portal as people run it: the built jar in a process of its own, on a free port, in a folder that is thrown away. */
final class Portal implements AutoCloseable {
    private static final Path JAR = Path.of("app", "server", "target", "clientele-exec.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern SETUP = Pattern.compile("/(setup/\\S+)");

    private final Process process;
    private final Path data;
    private final String address;
    private final Duration ready;
    private final Duration processor;

    private Portal(Process process, Path data, String address, Duration ready, Duration processor) {
        this.process = process;
        this.data = data;
        this.address = address;
        this.ready = ready;
        this.processor = processor;
    }

    /** Starts it and waits until the login page answers. */
    static Portal start(List<String> javaOptions, List<String> settings) {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(
                    "%s is missing: run ./clientele bench, which builds it, in the project's folder"
                            .formatted(JAR.toAbsolutePath()));
        }
        try {
            Path data = Files.createTempDirectory("clientele-benchmark");
            int port = freePort();
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(javaOptions);
            command.addAll(List.of("-jar", JAR.toString(), "--clientele.data=" + data, "--server.port=" + port));
            command.add("--server.address=127.0.0.1");
            command.addAll(settings);
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(console(data).toFile())
                    .start();
            String address = "http://127.0.0.1:" + port + "/";
            await(process, address, begin);
            return new Portal(
                    process,
                    data,
                    address,
                    Duration.ofNanos(System.nanoTime() - begin),
                    process.info().totalCpuDuration().orElse(Duration.ZERO));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url(String path) {
        return address + path;
    }

    /** Where the first administrator of an empty portal comes in: the link that it printed on its console. */
    String setupUrl() {
        try {
            Matcher link = SETUP.matcher(Files.readString(console(data)));
            if (!link.find()) {
                throw new IllegalStateException("The portal printed no link: it has users already");
            }
            return url(link.group(1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** From the start of the process to the answer. */
    Duration ready() {
        return ready;
    }

    /** Processor time until then, all threads. */
    Duration processor() {
        return processor;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            FileSystemUtils.deleteRecursively(data);
            Files.deleteIfExists(console(data));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the process says, beside its folder. */
    private static Path console(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private static void await(Process process, String address, long begin) throws IOException {
        while (!answers(address + "login")) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "The portal did not start; its log is in the folder for temporary files");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static boolean answers(String page) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(page).toURL().openConnection();
        try {
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        } finally {
            connection.disconnect();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

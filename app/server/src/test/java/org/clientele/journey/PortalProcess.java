package org.clientele.journey;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.common.JavaProcess;
import org.clientele.common.TemporaryFiles;

/** The portal as people run it: the built jar in a process of its own, on a free port, with its data in a folder. */
final class PortalProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LAST_BYTES = 20_000;
    private static final Pattern SETUP_LINK = Pattern.compile("http://\\S+/setup/\\S+");

    private final Process process;
    private final int port;
    private final Path output;

    private PortalProcess(Process process, int port, Path output) {
        this.process = process;
        this.port = port;
        this.output = output;
    }

    static PortalProcess start(Path data, String... settings) {
        try {
            return start(freePort(), data, settings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts again where people still have pages open: at the same address. */
    PortalProcess again(Path data) {
        return start(port, data);
    }

    private static PortalProcess start(int port, Path data, String... settings) {
        try {
            Path output = TemporaryFiles.file("clientele-portal", ".log");
            List<String> command = new ArrayList<>(
                    List.of("-Xmx1g", "-jar", jar().toString(), "--server.port=" + port, "--clientele.data=" + data));
            command.addAll(List.of(settings));
            Process process = JavaProcess.with(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            PortalProcess portal = new PortalProcess(process, port, output);
            portal.awaitReady();
            return portal;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    /** The one-time link of the first administrator, as printed on the console. */
    String setupLink() {
        Matcher link = SETUP_LINK.matcher(output());
        if (!link.find()) {
            throw new AssertionError("No setup link was printed:\n" + output());
        }
        return url("setup/" + link.group().substring(link.group().lastIndexOf('/') + 1));
    }

    String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The last of what it said: a portal that cannot end may have said more than fits into memory. */
    private String end() {
        try (RandomAccessFile file = new RandomAccessFile(output.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - LAST_BYTES));
            byte[] last = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(last);
            return new String(last, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the process as a power cut would. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks the process to end, as an operator would. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The portal did not end within 30 s:\n" + end());
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (answers()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        process.destroyForcibly();
        throw new AssertionError("The portal did not answer on port " + port + ":\n" + output());
    }

    private boolean answers() {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url("login")))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path jar() {
        Path jar = Path.of("target", "clientele-exec.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new AssertionError("Build the portal first (./clientele test does): " + jar + " is missing");
        }
        return jar;
    }
}

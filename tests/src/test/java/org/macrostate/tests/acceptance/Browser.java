package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Chromium that is driven as a person drives it, by the W3C's WebDriver protocol. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String address;
    private final String session;

    private Browser(Process driver, String port) throws Exception {
        this.driver = driver;
        this.address = "http://127.0.0.1:" + port;
        Map<String, Object> options = Map.of(
                "args",
                List.of(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1400,1500"));
        JsonNode made =
                post("/session", Map.of("capabilities", Map.of("alwaysMatch", Map.of("goog:chromeOptions", options))));
        this.session = "/session/" + made.get("sessionId").asText();
    }

    /** A new one; the test is skipped where chromedriver is not installed. */
    static Browser open() throws Exception {
        Process driver;
        Path said = Files.createTempFile("chromedriver", ".txt");
        try {
            driver = new ProcessBuilder("chromedriver", "--port=0")
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException notThere) {
            assumeTrue(false, "chromedriver is not installed");
            throw notThere;
        }
        try {
            return new Browser(driver, port(driver, said));
        } catch (Exception | Error failed) {
            driver.descendants().forEach(ProcessHandle::destroy);
            driver.destroy();
            throw failed;
        } finally {
            Files.delete(said);
        }
    }

    /** A free one that the driver chose itself, and names as soon as it listens. */
    private static String port(Process driver, Path said) throws Exception {
        for (int tries = 0; tries < 6000 && driver.isAlive(); tries++) {
            Matcher started = STARTED.matcher(Files.readString(said));
            if (started.find()) {
                return started.group(1);
            }
            Thread.sleep(100);
        }
        return fail("chromedriver does not start: " + Files.readString(said));
    }

    private JsonNode post(String path, Object body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofMinutes(20))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body()).get("value");
    }

    void show(Path page) throws Exception {
        post(session + "/url", Map.of("url", page.toUri().toString()));
    }

    /** What a script returns, run in the page. */
    JsonNode value(String script) throws Exception {
        return post(session + "/execute/sync", Map.of("script", "return " + script, "args", List.of()));
    }

    /** Waits, for at most a quarter of an hour, until a condition holds in the page. */
    void await(String condition) throws Exception {
        for (int tries = 0; !value(condition).asBoolean(); tries++) {
            assertEquals(true, tries < 9000, "never true: " + condition);
            Thread.sleep(100);
        }
    }

    /** Presses the button at one place of an element, moves to another, lets go; places are shares of its box. */
    void drag(String selector, double[] from, double[] to) throws Exception {
        String box = "(() => { const b = document.querySelector('" + selector
                + "').getBoundingClientRect(); return [b.left, b.top, b.width, b.height]; })()";
        value("document.querySelector('" + selector + "').scrollIntoView({block: 'center'})");
        JsonNode b = value(box);
        post(
                session + "/actions",
                Map.of(
                        "actions",
                        List.of(Map.of(
                                "type",
                                "pointer",
                                "id",
                                "mouse",
                                "actions",
                                List.of(
                                        move(b, from),
                                        Map.of("type", "pointerDown", "button", 0),
                                        move(b, to),
                                        Map.of("type", "pointerUp", "button", 0))))));
    }

    /** Focuses an element and presses a key, given by its code in the protocol. */
    void press(String selector, String key) throws Exception {
        value("document.querySelector('" + selector + "').focus()");
        post(
                session + "/actions",
                Map.of(
                        "actions",
                        List.of(Map.of(
                                "type",
                                "key",
                                "id",
                                "keyboard",
                                "actions",
                                List.of(
                                        Map.of("type", "keyDown", "value", key),
                                        Map.of("type", "keyUp", "value", key))))));
    }

    /** The window's size in pixels. */
    void resize(int width, int height) throws Exception {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** As on a screen that is set to dark. */
    void dark() throws Exception {
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
    }

    private void command(String name, Map<String, Object> parameters) throws Exception {
        post(session + "/goog/cdp/execute", Map.of("cmd", name, "params", parameters));
    }

    private static Map<String, Object> move(JsonNode box, double[] share) {
        return Map.of(
                "type",
                "pointerMove",
                "duration",
                100,
                "x",
                (int) Math.round(box.get(0).asDouble() + share[0] * box.get(2).asDouble()),
                "y",
                (int) Math.round(box.get(1).asDouble() + share[1] * box.get(3).asDouble()));
    }

    /** A picture of the window, as PNG. */
    void picture(Path file) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + session + "/screenshot"))
                .build();
        String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        Files.write(
                file,
                java.util.Base64.getDecoder()
                        .decode(JSON.readTree(body).get("value").asText()));
    }

    @Override
    public void close() {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + session)).DELETE().build();
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
        driver.destroy();
    }
}

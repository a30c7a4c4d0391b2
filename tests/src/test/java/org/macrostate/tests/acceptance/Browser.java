package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Chromium that is driven as a person drives it, by the W3C's WebDriver protocol. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String address;
    private final String session;

    private Browser(Process driver, int port) throws Exception {
        this.driver = driver;
        this.address = "http://127.0.0.1:" + port;
        for (int tries = 0; !answers(); tries++) {
            assumeTrue(tries < 200 && driver.isAlive(), "chromedriver does not start");
            Thread.sleep(100);
        }
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
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process driver;
        try {
            driver = new ProcessBuilder("chromedriver", "--port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notThere) {
            assumeTrue(false, "chromedriver is not installed");
            throw notThere;
        }
        return new Browser(driver, port);
    }

    private boolean answers() {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(address + "/status"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException | InterruptedException notYet) {
            return false;
        }
    }

    private JsonNode post(String path, Object body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofMinutes(2))
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

    /** Waits, for at most a minute, until a condition holds in the page. */
    void await(String condition) throws Exception {
        for (int tries = 0; !value(condition).asBoolean(); tries++) {
            assertEquals(true, tries < 600, "never true: " + condition);
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

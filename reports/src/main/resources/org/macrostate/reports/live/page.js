/* The page: sliders set the parameters; trajectory, fixed points, thresholds and phase diagram follow. */
(() => {
"use strict";
/* In a report the ids begin with a prefix, so that they do not meet those of the report. */
const prefix = document.querySelector(".live").dataset.prefix;
const byId = (id) => document.getElementById(prefix + id);
const data = JSON.parse(byId("data").textContent);
const made = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
        if (name === "html") {
            element.innerHTML = value;
        } else {
            element.setAttribute(name, value);
        }
    }
    element.append(...children);
    return element;
};
const shown = (x) => {
    if (x === null || x === undefined || Number.isNaN(x)) {
        return "–";
    }
    const size = Math.abs(x);
    return size !== 0 && (size < 1e-3 || size >= 1e5) ? x.toExponential(3).replace("-", "−") : String(Number(x.toPrecision(5))).replace("-", "−");
};
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const model = theory;
const region = data.region;
const values = {};
data.parameters.forEach((q) => { values[q.name] = q.value; });
const start = data.start.slice();
let until = data.until;
let logarithmic = false;
let roots = data.seeds.map((s) => s.slice());

/* The parameters as the model takes them: arrays where there are copies. */
function parametersOf(flat) {
    const p = {};
    for (const [label, value] of Object.entries(flat)) {
        const at = label.indexOf("[");
        if (at < 0) {
            p[label] = value;
        } else {
            const name = label.slice(0, at);
            p[name] = p[name] || [];
            p[name][Number(label.slice(at + 1, -1)) - 1] = value;
        }
    }
    return p;
}

const inputs = {};

function slider(q) {
    const scale = q.logarithmic ? Math.log : (x) => x;
    const back = q.logarithmic ? Math.exp : (x) => x;
    const range = made("input", {type: "range", min: 0, max: 1000, step: 1, id: prefix + "slider-" + q.name, "aria-label": q.name, "data-parameter": q.name});
    const number = made("input", {type: "number", step: "any", "aria-label": q.name + ", value", "data-value-of": q.name});
    const place = (x) => Math.round(1000 * (scale(x) - scale(q.from)) / (scale(q.to) - scale(q.from)));
    const set = (x) => {
        values[q.name] = x;
        number.value = String(Number(x.toPrecision(6)));
        range.value = place(Math.min(q.to, Math.max(q.from, x)));
    };
    range.addEventListener("input", () => {
        const x = back(scale(q.from) + range.value / 1000 * (scale(q.to) - scale(q.from)));
        set(Number(x.toPrecision(4)));
        changed();
    });
    number.addEventListener("change", () => {
        const x = Number(number.value);
        const fits = Number.isFinite(x) && number.value !== "" && (q.domain !== "positive" || x > 0)
            && (q.domain !== "nonnegative" || x >= 0) && (q.domain !== "unit" || (x >= 0 && x <= 1));
        if (fits) {
            values[q.name] = x;
            range.value = place(Math.min(q.to, Math.max(q.from, x)));
            number.setCustomValidity("");
            changed();
        } else {
            number.setCustomValidity(q.name + " must be " + (q.domain === "real" ? "a number" : q.domain));
            number.reportValidity();
        }
    });
    inputs[q.name] = set;
    set(q.value);
    return made("div", {class: "slider"}, made("label", {for: prefix + "slider-" + q.name, html: q.label + (q.about ? " <span class=\"about\">" + q.about + "</span>" : "")}), number, range);
}

data.parameters.forEach((q) => byId("sliders").append(slider(q)));
/* The address says which parameters are shown, so that a view can be kept: page.html#beta=1.5&eta=0.5 */
function read() {
    for (const part of decodeURIComponent(location.hash.slice(1)).split("&")) {
        const at = part.indexOf("=");
        const x = Number(part.slice(at + 1));
        if (at > 0 && inputs[part.slice(0, at)] && Number.isFinite(x)) {
            inputs[part.slice(0, at)](x);
        }
    }
}
function remember() {
    const moved = data.parameters.filter((q) => values[q.name] !== q.value).map((q) => q.name + "=" + values[q.name]);
    if (moved.length || location.hash.includes("=")) {
        history.replaceState(null, "", moved.length ? "#" + encodeURI(moved.join("&")) : location.pathname);
    }
}
read();
window.addEventListener("hashchange", () => { if (location.hash.includes("=")) { read(); changed(); } });
byId("reset").addEventListener("click", () => {
    data.parameters.forEach((q) => inputs[q.name](q.value));
    roots = data.seeds.map((s) => s.slice());
    changed();
});
model.labels.forEach((label, i) => {
    const input = made("input", {type: "number", step: "any", value: start[i], "data-start-of": label});
    input.addEventListener("change", () => {
        const before = start[i];
        start[i] = Number(input.value);
        if (!dynamics.realisable(region, start, 1e-8)) {
            input.setCustomValidity("no vectors and scalars have this state");
            input.reportValidity();
            start[i] = before;
        } else {
            input.setCustomValidity("");
            draw();
        }
    });
    byId("start").append(made("label", {html: data.labels[i]}, input));
});
byId("until").value = until;
byId("until").addEventListener("change", () => {
    const x = Number(byId("until").value);
    if (x > 0 && Number.isFinite(x)) {
        until = x;
        draw();
    }
});
byId("logarithmic").addEventListener("change", () => {
    logarithmic = byId("logarithmic").checked;
    draw();
});

/* Trajectory. */
let plot = null;
const palette = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#999999", "#f0e442"];
function times() {
    const n = 401;
    const first = until * 1e-4;
    return Array.from({length: n}, (_, i) => (logarithmic
        ? (i === 0 ? 0 : first * Math.pow(until / first, (i - 1) / (n - 2)))
        : until * i / (n - 1)));
}
function draw() {
    const p = parametersOf(values);
    const ts = times();
    const run = dynamics.integrate(model, region, p, start, ts);
    const rows = run.states.map((x, i) => x.concat(model.observables(ts[i], x, p, [])));
    const names = model.labels.concat(model.observableNames);
    const columns = names.map((_, c) => ts.map((_, i) => (i < rows.length && Number.isFinite(rows[i][c]) ? rows[i][c] : null)));
    const first = logarithmic ? 1 : 0;
    const series = [ts.slice(first), ...columns.map((column) => column.slice(first))];
    if (plot === null || plot.logarithmic !== logarithmic) {
        const visible = plot === null ? names.map((_, i) => i >= model.labels.length || (model.observableNames.length === 0 && i < 6)) : plot.series.slice(1).map((s) => s.show);
        if (plot !== null) {
            plot.destroy();
        }
        const axis = {stroke: () => colour("--ink"), grid: {stroke: () => colour("--grid"), width: 1}, ticks: {stroke: () => colour("--rule"), width: 1}};
        plot = new uPlot({
            width: byId("trajectory").clientWidth,
            height: 320,
            scales: {x: {time: false, distr: logarithmic ? 3 : 1}},
            axes: [Object.assign({label: data.time}, axis), Object.assign({size: 64}, axis)],
            series: [{label: "t", value: (_, x) => shown(x)}].concat(names.map((name, i) => ({
                label: name, stroke: palette[(i + palette.length - model.labels.length % palette.length) % palette.length], width: 2, show: visible[i], value: (_, x) => shown(x),
            }))),
        }, series, byId("trajectory"));
        plot.logarithmic = logarithmic;
    } else {
        plot.setData(series);
    }
    const last = rows[rows.length - 1];
    const table = byId("end");
    table.replaceChildren(made("tr", {}, made("th", {html: "t"}), ...names.map((n, i) => made("th", {html: i < data.labels.length ? data.labels[i] : data.observables[i - data.labels.length]}))),
        made("tr", {}, made("td", {"data-end": "t", "data-exact": ts[rows.length - 1]}, shown(ts[rows.length - 1])), ...names.map((n, i) => made("td", {"data-end": n, "data-exact": last[i]}, shown(last[i])))));
    const words = {
        done: "",
        left: "The state leaves its region at t = " + shown(run.t) + ": a scalar leaves its domain, or no vectors have these overlaps. The curves end there.",
        slow: "The equations are stiff here: the page stopped at t = " + shown(run.t) + ". The command integrate goes on.",
        lost: "The equations give no number at t = " + shown(run.t) + "; the curves end there.",
    };
    byId("run-note").textContent = words[run.status];
    return run;
}
window.addEventListener("resize", () => {
    if (plot !== null) {
        plot.setSize({width: byId("trajectory").clientWidth, height: 320});
    }
    paint();
});

/* Fixed points: those of before are followed, those that the program found are looked for again, and the trajectory's end. */
function find(end) {
    const p = parametersOf(values);
    const starts = roots.concat(data.seeds, end ? [end] : []);
    const found = dynamics.fixedPoints(model, region, p, starts);
    roots = found.roots.length ? found.roots : data.seeds.map((s) => s.slice());
    return found.points;
}
const STABLE = "stable";
function tell(points) {
    const stable = points.filter((q) => q.stability === STABLE);
    const about = (q) => (q.phase || "a state without a name")
        + (model.observableNames.length ? " (" + model.observableNames.map((n, i) => n + " = " + shown(q.observables[i])).join(", ") + ")" : "");
    byId("answer").replaceChildren(stable.length === 0
        ? "No stable state is known at these parameters."
        : made("span", {}, stable.length === 1 ? "Stable: " : "Stable, by the start: ", made("strong", {id: prefix + "phase"}, stable.map(about).join("; "))));
    const head = made("tr", {}, made("th", {}, "phase"), made("th", {}, "stability"), made("th", {}, "leading eigenvalue"),
        ...data.labels.concat(data.observables).map((html) => made("th", {html})));
    const body = points.map((q) => made("tr", {}, made("td", {}, (q.phase || "–") + (q.images > 1 ? " × " + q.images : "")),
        made("td", {}, q.stability), made("td", {"data-eigenvalue": q.eigenvalues ? q.eigenvalues[0][0] : "", "data-stability": q.stability}, q.eigenvalues ? shown(q.eigenvalues[0][0]) + (q.eigenvalues[0][1] ? " ± " + shown(Math.abs(q.eigenvalues[0][1])) + "i" : "") : "–"),
        ...q.state.concat(q.observables).map((x) => made("td", {}, shown(x)))));
    byId("points").replaceChildren(made("thead", {}, head), made("tbody", {}, ...body));
}
/* A closed form holds where the parameters that it was derived without are zero. */
const holds = (threshold) => threshold.zero.every((name) => values[name] === 0);
function thresholds() {
    if (data.thresholds.length === 0) {
        return;
    }
    const numbers = model.closedForms(0, start, parametersOf(values), []);
    byId("thresholds").replaceChildren(made("thead", {}, made("tr", {}, made("th", {}, "state"), made("th", {}, "changes stability at"), made("th", {}, "here"))),
        made("tbody", {}, ...data.thresholds.map((b, i) => made("tr", {}, made("td", {}, b.state), made("td", {html: b.formula}), made("td", holds(b) ? {"data-threshold": b.state + " " + b.solve, "data-exact": numbers[i]} : {}, holds(b) ? b.solve + " = " + shown(numbers[i]) : "derived for " + b.zero.filter((z) => values[z] !== 0).join(" = ") + " = 0 only")))));
}

/* Phase diagram: as the program computed it while all other parameters are as they were; else computed here, coarsely. */
const canvas = byId("diagram");
const diagram = data.diagram;
let coarse = null;
let coarseKey = "";
function othersKey() {
    return data.parameters.filter((q) => q.name !== diagram.x.name && q.name !== diagram.y.name).map((q) => values[q.name]).join();
}
const originalKey = diagram ? othersKey() : "";
function frame() {
    const w = canvas.width;
    const h = canvas.height;
    const unit = window.devicePixelRatio || 1;
    return {left: 62 * unit, right: w - 12 * unit, top: 10 * unit, bottom: h - 46 * unit, unit};
}
const within = (axis, s) => axis.from + s * (axis.to - axis.from);
function paint() {
    if (!diagram) {
        return;
    }
    const unit = window.devicePixelRatio || 1;
    canvas.width = Math.round(canvas.clientWidth * unit);
    canvas.height = Math.round(canvas.clientHeight * unit);
    const g = canvas.getContext("2d");
    const f = frame();
    const at = (x, y) => [f.left + (x - diagram.x.from) / (diagram.x.to - diagram.x.from) * (f.right - f.left), f.bottom - (y - diagram.y.from) / (diagram.y.to - diagram.y.from) * (f.bottom - f.top)];
    const cells = coarse === null ? diagram : coarse;
    const nx = cells.x.count;
    const ny = cells.y.count;
    g.save();
    g.beginPath();
    g.rect(f.left, f.top, f.right - f.left, f.bottom - f.top);
    g.clip();
    for (let j = 0; j < ny; j++) {
        for (let i = 0; i < nx; i++) {
            const c = cells.category[j * nx + i];
            if (c >= 0) {
                const dx = (f.right - f.left) / (nx - 1);
                const dy = (f.bottom - f.top) / (ny - 1);
                g.fillStyle = diagram.colours[c];
                g.fillRect(f.left + (i - 0.5) * dx - 0.5, f.bottom - (j + 0.5) * dy - 0.5, dx + 1, dy + 1);
            }
        }
    }
    g.lineWidth = 2 * unit;
    if (coarse === null) {
        for (const line of diagram.boundaries) {
            g.strokeStyle = line.colour;
            g.setLineDash(line.dash.map((length) => length * unit));
            g.beginPath();
            line.points.forEach(([x, y], i) => (i ? g.lineTo(...at(x, y)) : g.moveTo(...at(x, y))));
            g.stroke();
        }
        g.setLineDash([]);
        g.fillStyle = "#111";
        g.font = 12 * unit + "px serif";
        for (const point of diagram.points) {
            const [x, y] = at(...point.at);
            const left = x > (f.left + f.right) / 2;
            g.fillRect(x - 3.5 * unit, y - 3.5 * unit, 7 * unit, 7 * unit);
            g.textAlign = left ? "right" : "left";
            g.fillText(point.name, x + (left ? -8 : 8) * unit, y - 6 * unit);
        }
    }
    g.strokeStyle = "#E8590C";
    g.setLineDash([6 * unit, 5 * unit]);
    data.thresholds.forEach((b, n) => {
        const vertical = b.solve === diagram.x.name;
        if (!holds(b) || (!vertical && b.solve !== diagram.y.name)) {
            return;
        }
        g.beginPath();
        let pen = false;
        for (let i = 0; i <= 200; i++) {
            const other = vertical ? diagram.y : diagram.x;
            const along = within(other, i / 200);
            const p = parametersOf(Object.assign({}, values, {[other.name]: along}));
            const x = model.closedForms(0, start, p, [])[n];
            if (Number.isFinite(x)) {
                const place = vertical ? at(x, along) : at(along, x);
                if (pen) {
                    g.lineTo(...place);
                } else {
                    g.moveTo(...place);
                }
            }
            pen = Number.isFinite(x);
        }
        g.stroke();
    });
    g.setLineDash([]);
    g.restore();
    g.strokeStyle = colour("--ink");
    g.lineWidth = unit;
    g.strokeRect(f.left, f.top, f.right - f.left, f.bottom - f.top);
    g.fillStyle = colour("--ink");
    g.font = 13 * unit + "px serif";
    g.textAlign = "center";
    for (let i = 0; i <= 4; i++) {
        const x = within(diagram.x, i / 4);
        g.fillText(shown(x), at(x, diagram.y.from)[0], f.bottom + 17 * unit);
    }
    g.fillText(diagram.x.name, (f.left + f.right) / 2, f.bottom + 36 * unit);
    g.textAlign = "right";
    for (let i = 0; i <= 4; i++) {
        const y = within(diagram.y, i / 4);
        g.fillText(shown(y), f.left - 7 * unit, at(diagram.x.from, y)[1] + 4 * unit);
    }
    g.save();
    g.translate(15 * unit, (f.top + f.bottom) / 2);
    g.rotate(-Math.PI / 2);
    g.textAlign = "center";
    g.fillText(diagram.y.name, 0, 0);
    g.restore();
    const [px, py] = at(values[diagram.x.name], values[diagram.y.name]);
    g.beginPath();
    g.arc(Math.min(f.right, Math.max(f.left, px)), Math.min(f.bottom, Math.max(f.top, py)), 6 * unit, 0, 2 * Math.PI);
    g.fillStyle = "#fff";
    g.fill();
    g.strokeStyle = "#000";
    g.lineWidth = 2.5 * unit;
    g.stroke();
    canvas.setAttribute("aria-valuemin", diagram.x.from);
    canvas.setAttribute("aria-valuemax", diagram.x.to);
    canvas.setAttribute("aria-valuenow", values[diagram.x.name]);
    canvas.setAttribute("aria-valuetext", diagram.x.name + " " + shown(values[diagram.x.name]) + ", " + diagram.y.name + " " + shown(values[diagram.y.name]));
}
function category(points) {
    const phases = [...new Set(points.filter((q) => q.stability === STABLE).map((q) => q.phase))];
    const name = phases.length === 0 ? "undecided" : phases.length > 1 ? "coexistence" : phases[0];
    let place = diagram.categories.indexOf(name);
    if (place < 0) {
        diagram.categories.push(name);
        diagram.colours.push(data.spare[(diagram.categories.length - 1) % data.spare.length]);
        place = diagram.categories.length - 1;
        keys();
    }
    return place;
}
let sweep = 0;
function refine() {
    if (!diagram) {
        return;
    }
    const key = othersKey();
    if (key === originalKey) {
        coarse = null;
        coarseKey = "";
        sweep++;
        return;
    }
    if (key === coarseKey) {
        return;
    }
    coarseKey = key;
    const own = ++sweep;
    const nx = 33;
    const ny = 25;
    coarse = {x: {count: nx}, y: {count: ny}, category: new Array(nx * ny).fill(-1)};
    const target = coarse;
    const fixed = Object.assign({}, values);
    let at = 0;
    let known = [];
    const work = () => {
        if (own !== sweep) {
            return;
        }
        const begun = performance.now();
        while (at < nx * ny && performance.now() - begun < 14) {
            const j = Math.floor(at / nx);
            const i = j % 2 === 0 ? at % nx : nx - 1 - at % nx;
            const p = parametersOf(Object.assign({}, fixed, {[diagram.x.name]: within(diagram.x, i / (nx - 1)), [diagram.y.name]: within(diagram.y, j / (ny - 1))}));
            const found = dynamics.fixedPoints(model, region, p, known.concat(data.seeds));
            known = found.roots;
            target.category[j * nx + i] = category(found.points);
            at++;
        }
        paint();
        if (at < nx * ny) {
            requestAnimationFrame(work);
        }
    };
    requestAnimationFrame(work);
}
function keys() {
    const seen = new Set();
    const lines = diagram.boundaries.filter((line) => !seen.has(line.name) && seen.add(line.name));
    byId("keys").replaceChildren(...diagram.categories.map((name, i) => made("span", {}, made("span", {class: "swatch", style: "background:" + diagram.colours[i]}), name)),
        ...lines.map((line) => made("span", {"data-boundary": line.name}, made("span", {class: "stroke", style: "border-top:2px " + (line.dash.length === 0 ? "solid " : line.dash[0] < 3 ? "dotted " : "dashed ") + line.colour}), line.name)));
}
function moveTo(x, y) {
    inputs[diagram.x.name](Number(x.toPrecision(4)));
    inputs[diagram.y.name](Number(y.toPrecision(4)));
    changed();
}
if (diagram) {
    keys();
    const clamp = (s) => Math.min(1, Math.max(0, s));
    const drag = (event) => {
        const box = canvas.getBoundingClientRect();
        const f = frame();
        const sx = clamp(((event.clientX - box.left) * f.unit - f.left) / (f.right - f.left));
        const sy = clamp((f.bottom - (event.clientY - box.top) * f.unit) / (f.bottom - f.top));
        moveTo(within(diagram.x, sx), within(diagram.y, sy));
    };
    canvas.addEventListener("pointerdown", (event) => { canvas.setPointerCapture(event.pointerId); drag(event); });
    canvas.addEventListener("pointermove", (event) => { if (event.buttons & 1) { drag(event); } });
    canvas.addEventListener("keydown", (event) => {
        const step = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]}[event.key];
        if (step) {
            event.preventDefault();
            const share = event.shiftKey ? 0.1 : 0.01;
            const moved = (axis, by) => Math.min(axis.to, Math.max(axis.from, values[axis.name] + by * share * (axis.to - axis.from)));
            moveTo(moved(diagram.x, step[0]), moved(diagram.y, step[1]));
        }
    });
}

let pending = false;
function changed() {
    if (!pending) {
        pending = true;
        requestAnimationFrame(() => {
            pending = false;
            const run = draw();
            tell(find(run.status === "done" ? run.states[run.states.length - 1] : null));
            thresholds();
            refine();
            paint();
            remember();
        });
    }
}
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { if (plot !== null) { plot.redraw(); } paint(); });
changed();
})();

"""Runs the program named by MACROSTATE; what needs pandas or SymPy is skipped where they are missing."""

import importlib.util
import math
import unittest

import macrostate


def needs(package):
    return unittest.skipUnless(importlib.util.find_spec(package), f"{package} is not installed")


class CompanionTest(unittest.TestCase):
    def setUp(self):
        self.oja = macrostate.Model("oja", omega=2, tau=0.5)

    def test_a_trajectory_is_a_table(self):
        table = self.oja.integrate(until=50, points=6, start={"q": 0.1, "Q": 1})
        self.assertEqual(table.columns[:3], ["t", "q", "Q"])
        self.assertEqual(table["t"], [0, 10, 20, 30, 40, 50])
        self.assertEqual(table["q"][0], 0.1)

    def test_the_fixed_point_of_the_equations_is_where_their_right_sides_vanish(self):
        # dQ/dt = 2 tau (1 - Q) C + tau^2 C vanishes at Q = 1 + tau/2
        learned = self.oja.fixed_points().stable()[0]
        self.assertAlmostEqual(learned["state"]["Q"], 1 + 0.5 / 2, places=12)

    def test_bad_input_raises_with_the_message_of_the_program(self):
        with self.assertRaises(macrostate.BadInput) as caught:
            macrostate.Model("oja", omgea=2).fixed_points()
        self.assertIn("omega", str(caught.exception))

    @needs("sympy")
    def test_equations_are_expressions(self):
        import sympy

        equations = self.oja.derive()
        symbols = equations.symbols()
        q, Q, omega, tau = (symbols[name] for name in ("q", "Q", "omega", "tau"))
        C = Q + omega * q**2
        self.assertEqual(sympy.expand(equations.sympy()["Q"] - (2 * tau * (1 - Q) * C + tau**2 * C)), 0)
        self.assertEqual(sympy.expand(equations.sympy()["q"] - tau * (1 + omega - C) * q), 0)

    @needs("pandas")
    def test_tables_are_frames(self):
        frame = self.oja.integrate(until=10, points=3).frame()
        self.assertEqual(list(frame["t"]), [0, 5, 10])
        self.assertEqual(self.oja.fixed_points().frame()["phase"].dtype, object)

    def test_a_threshold_in_closed_form(self):
        found = macrostate.Model("linear-vae").thresholds(state="collapsed", solve="beta")
        forms = [boundary["closed form"]["text"] for boundary in found.boundaries if boundary.get("closed form")]
        self.assertIn("eta + rho", forms + [" + ".join(sorted(form.split(" + "))) for form in forms])

    def test_a_phase_diagram_shows_itself(self):
        diagram = macrostate.Model("linear-vae").phase_diagram(x="beta=0.5:3:6", y="eta=0.5:1.5:3")
        self.assertIn("<svg", diagram.svg)
        self.assertEqual(len(diagram.phases), 18)
        for beta, eta, phase in zip(diagram.phases["beta"], diagram.phases["eta"], diagram.phases["phase"]):
            if not math.isclose(beta, 1 + eta):
                self.assertEqual(phase, "learned" if beta < 1 + eta else "collapsed")


if __name__ == "__main__":
    unittest.main()

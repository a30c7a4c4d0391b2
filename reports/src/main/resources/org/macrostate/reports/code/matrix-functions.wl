(* the largest sum of elements of which no two stand in one row or column *)
bestPairing[matrix_] := Module[{c, best},
  c = If[Length[matrix] <= Length[First[matrix]], matrix, Transpose[matrix]];
  best[row_, left_] := best[row, left] = If[row > Length[c], 0,
    Max[Table[c[[row, j]] + best[row + 1, DeleteCases[left, j]], {j, left}]]];
  best[1, Range[Length[First[c]]]]];


(* the sum of singular values *)
nuclearNorm[matrix_] := Total[SingularValueList[matrix, Tolerance -> 0]];

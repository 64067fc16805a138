//! A layer of the network: integer weights, and the scale that its input is brought to.

use super::file::{File, Opened};
use super::kernel::{Finish, GROUPS, LANES, PANEL, Panels, hand_on, multiply, quantise};

/// A layer.
pub(crate) struct Dense {
    panels: Panels<'static>,
    finish: Columns,
    /// What the input is multiplied with before it is rounded to integers.
    scale: f32,
}

/// What turns a column's sum into a value: a factor, and what is added.
#[derive(Debug, Clone, Copy)]
struct Columns {
    undo: &'static [[f32; PANEL]],
    bias: &'static [[f32; PANEL]],
}

impl Dense {
    /// Reads the layer `name`, which takes `inputs` values and has `columns` or a few more columns.
    pub fn open(file: &File, name: &str, inputs: usize, columns: usize) -> Opened<Self> {
        let columns = columns.next_multiple_of(PANEL);
        let section = |part: &str| format!("{name}.{part}");
        let weights = file.exactly(&section("weights"), inputs * columns)?;
        Ok(Dense {
            panels: Panels { weights, inputs },
            finish: Columns {
                undo: file.exactly(&section("undo"), columns / PANEL)?,
                bias: file.exactly(&section("bias"), columns / PANEL)?,
            },
            scale: file.value(&section("scale"))?,
        })
    }

    /// Values in a row of the result of [`Dense::apply`].
    pub fn columns(&self) -> usize {
        self.finish.undo.len() * PANEL
    }

    /// The matrix.
    pub fn panels(&self) -> Panels<'static> {
        self.panels
    }

    /// Integers as this layer takes them.
    pub fn quantise(&self, values: &[f32], out: &mut Vec<i16>) {
        quantise(values, self.scale, out);
    }

    /// The layer over the rows of `input` that start at the given offsets.
    pub fn apply(&self, input: &[i16], rows: &[u32], out: &mut Vec<f32>) {
        out.resize(rows.len() * self.columns(), 0.0);
        let stride = self.finish.undo.len();
        let out = out.as_chunks_mut::<PANEL>().0;
        multiply(
            self.panels,
            input,
            rows,
            &mut Values {
                columns: self.finish,
                stride,
                out,
            },
        );
    }

    /// The same with the greatest of three columns as a value.
    pub fn apply_maxout(&self, input: &[i16], rows: &[u32], out: &mut Vec<f32>) {
        out.resize(rows.len() * self.columns() / GROUPS, 0.0);
        let stride = self.finish.undo.len();
        let out = out.as_chunks_mut::<LANES>().0;
        multiply(
            self.panels,
            input,
            rows,
            &mut Greatest {
                columns: self.finish,
                stride,
                out,
            },
        );
    }
}

impl Dense {
    /// The greatest of three columns as a value, from the sums that `sums` gives for a row and a panel.
    pub fn finish_maxout(
        &self,
        rows: usize,
        out: &mut Vec<f32>,
        sums: impl Fn(usize, usize) -> [i32; PANEL],
    ) {
        out.resize(rows * self.columns() / GROUPS, 0.0);
        let stride = self.finish.undo.len();
        let mut greatest = Greatest {
            columns: self.finish,
            stride,
            out: out.as_chunks_mut::<LANES>().0,
        };
        hand_on(rows, stride, sums, &mut greatest);
    }
}

impl Columns {
    #[inline(always)]
    fn values(&self, sums: &[i32; PANEL], panel: usize) -> [f32; PANEL] {
        let (undo, bias) = (&self.undo[panel], &self.bias[panel]);
        std::array::from_fn(|column| sums[column] as f32 * undo[column] + bias[column])
    }
}

/// Keeps every column's value.
struct Values<'a> {
    columns: Columns,
    stride: usize,
    out: &'a mut [[f32; PANEL]],
}

impl Finish for Values<'_> {
    #[inline(always)]
    fn store(&mut self, sums: &[i32; PANEL], row: usize, panel: usize) {
        self.out[row * self.stride + panel] = self.columns.values(sums, panel);
    }
}

/// Keeps the greatest value of the three groups, lane by lane.
struct Greatest<'a> {
    columns: Columns,
    stride: usize,
    out: &'a mut [[f32; LANES]],
}

impl Finish for Greatest<'_> {
    #[inline(always)]
    fn store(&mut self, sums: &[i32; PANEL], row: usize, panel: usize) {
        let values = self.columns.values(sums, panel);
        self.out[row * self.stride + panel] = std::array::from_fn(|lane| {
            let (first, second, third) =
                (values[lane], values[LANES + lane], values[2 * LANES + lane]);
            let greater = if second > first { second } else { first };
            if third > greater { third } else { greater }
        });
    }
}

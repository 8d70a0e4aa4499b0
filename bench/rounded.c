/* kern.c as it stands, and beside it the rounding of its amounts to whole cents, half up. */
#include "kern.c"

void cents(long n,const double*PAY,int64_t*CENTS){
#pragma omp parallel for schedule(static)
  for(long i=0;i<n;i++)CENTS[i]=(int64_t)(PAY[i]*100.0+0.5);}
